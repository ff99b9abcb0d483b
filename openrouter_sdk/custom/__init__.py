"""The hand-written layer over the generated models and endpoints: packages by concern, each with a door.

A door, the `__init__` of a package, says what the package owns and may know, and holds the names that others may use.
Nobody imports a module inside another package. From the bottom up: errors, retry, http, content, answers, stream,
engine, chat, bulk, client, conversation.
"""

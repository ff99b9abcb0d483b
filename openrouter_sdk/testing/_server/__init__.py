"""The server: takes requests from connections, finds their answers, plays them, and breaks what is to break.

Knows all but cassettes and transports. What needs the extra ``testing`` is imported when a server is wanted.
"""

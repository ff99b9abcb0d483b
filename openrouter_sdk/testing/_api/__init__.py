"""What is answered when nothing was prepared: every operation of the contract, from a catalogue and a memory.

Knows requests and answers, no server. Its modules need the extra ``testing``, so each is imported by itself.
"""

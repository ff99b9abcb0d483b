"""The smallest files of each kind, made here: enough for whoever looks at their first bytes."""

from __future__ import annotations

import struct
import zlib


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + kind + data


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + png_chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00"))
    + png_chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"
HEIC = box(b"ftyp", b"heic\x00\x00\x00\x00mif1")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WAV = (
    struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 40, b"WAVE", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8, b"data", 4)
    + b"\x80" * 4
)
MP3_WITH_TAG = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x64" + bytes(16)
MP3_FRAME = b"\xff\xfb\x90\x64" + bytes(16)
AAC = b"\xff\xf1\x50\x80\x02\x1f\xfc" + bytes(8)
FLAC = b"fLaC\x00\x00\x00\x22" + bytes(34)
OGG = b"OggS\x00\x02" + bytes(20) + b"\x01vorbis"
M4A = box(b"ftyp", b"M4A \x00\x00\x02\x00M4A mp42isom")
AIFF = b"FORM\x00\x00\x00\x04AIFFCOMM"
MP4 = box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2mp41") + box(b"free", b"")
MOV = box(b"ftyp", b"qt  \x00\x00\x02\x00qt  ")
MPEG = b"\x00\x00\x01\xba\x44\x00\x04\x00\x04\x01"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"
MATROSKA = b"\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska"

PICTURES = {"image/png": PNG, "image/jpeg": JPEG, "image/gif": GIF, "image/webp": WEBP}
VIDEOS = {"video/mp4": MP4, "video/mov": MOV, "video/mpeg": MPEG, "video/webm": WEBM}
SOUNDS = {"wav": WAV, "mp3": MP3_FRAME, "flac": FLAC, "ogg": OGG, "m4a": M4A, "aac": AAC, "aiff": AIFF}

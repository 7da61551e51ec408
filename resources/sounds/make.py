#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sounds of alerts beside itself: decaying sums of sines, 22,050 samples a second, 16 bits."""
import math
import pathlib
import struct
import wave

RATE = 22050
# name: notes as (begins at s, frequency Hz, decay per s), length s
SOUNDS = {
    "bell": ([(0, 880, 6), (0, 1760, 9), (0, 2637, 12)], 0.7),
    "chime": ([(0, 659, 7), (0.14, 784, 7), (0.28, 988, 6)], 0.9),
    "low": ([(0, 330, 7), (0.16, 247, 6)], 0.8),
    "high": ([(0, 1175, 8), (0.12, 1568, 7)], 0.7),
}

for name, (notes, length) in SOUNDS.items():
    samples = []
    for i in range(int(RATE * length)):
        t = i / RATE
        value = 0.0
        for begin, frequency, decay in notes:
            if t >= begin:
                value += math.sin(2 * math.pi * frequency * (t - begin)) * math.exp(-decay * (t - begin))
        attack = min(1.0, t / 0.004)
        release = min(1.0, (length - t) / 0.05)
        samples.append(int(max(-1.0, min(1.0, value / len(notes) * attack * release)) * 24000))
    with wave.open(str(pathlib.Path(__file__).with_name(name + ".wav")), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack("<%dh" % len(samples), *samples))

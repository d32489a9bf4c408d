"""
Runs the ViViT of transformers beside ours: python transformers_vivit.py CHECKPOINT PIXELS ATTENTION.
Every line on standard input is answered with the time of one pass over the pixels, and its logits.
"""

import json
import sys
import time

import torch
import transformers
from safetensors.torch import load_file

transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()
checkpoint, pixels, attention = sys.argv[1:4]
model = transformers.VivitForVideoClassification.from_pretrained(checkpoint, attn_implementation=attention).eval()
values = load_file(pixels)["pixel_values"]
print(json.dumps({
    "transformers": transformers.__version__,
    "torch": torch.__version__,
    "threads": torch.get_num_threads(),
}), flush=True)
with torch.inference_mode():
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        logits = model(pixel_values=values).logits
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(json.dumps({"seconds": wall, "cpuSeconds": cpu, "logits": logits[0].tolist()}), flush=True)

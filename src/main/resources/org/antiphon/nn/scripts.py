"""
Source of the TorchScript modules beside this file, which hold no weights: what they compute with comes as arguments.
Rebuild them with any PyTorch from 2.7 on:  python scripts.py
"""

import io
import pathlib
import zipfile

import torch
import torch.nn.functional as F
from torch import Tensor


class TransformerBlock(torch.nn.Module):
    """
    Pre-norm transformer layer: x += Attention(LN(x)); x += MLP(LN(x)). Attention is computed by PyTorch's fused kernel,
    which never holds a whole (N, N) map. Products are in the type of the weights, sums along the way in the type of x.
    """

    def forward(
        self,
        x: Tensor,  # (B, N, D)
        settings: Tensor,  # heads, epsilon of the norms, 1 for the tangent approximation of GELU and 0 for the exact one
        gain_before: Tensor,  # (D)
        bias_before: Tensor,  # (D)
        qkv_weight: Tensor,  # (3D, D)
        qkv_bias: Tensor,  # (3D)
        output_weight: Tensor,  # (D, D)
        output_bias: Tensor,  # (D)
        gain_after: Tensor,  # (D)
        bias_after: Tensor,  # (D)
        expand_weight: Tensor,  # (H, D)
        expand_bias: Tensor,  # (H)
        reduce_weight: Tensor,  # (D, H)
        reduce_bias: Tensor,  # (D)
    ) -> Tensor:
        b, n, d = x.shape
        heads = int(settings[0].item())
        epsilon = float(settings[1].item())
        approximate = "tanh" if settings[2].item() > 0 else "none"
        kind = qkv_weight.dtype
        y = F.layer_norm(x, [d], gain_before, bias_before, epsilon).to(kind)
        q, k, v = F.linear(y, qkv_weight, qkv_bias).view(b, n, 3, heads, d // heads).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, d)
        x = (x + F.linear(y, output_weight, output_bias).to(x.dtype)).contiguous()
        if x.requires_grad or expand_weight.requires_grad:
            y = F.layer_norm(x, [d], gain_after, bias_after, epsilon).to(kind)
            y = F.gelu(F.linear(y, expand_weight, expand_bias), approximate=approximate)
            return x + F.linear(y, reduce_weight, reduce_bias).to(x.dtype)
        # in pieces whose hidden layer stays in the processor's cache, each added in place
        rows = x.view(b * n, d)
        for piece in rows.chunk((b * n + 511) // 512):
            y = F.layer_norm(piece, [d], gain_after, bias_after, epsilon).to(kind)
            y = torch.ops.aten.gelu_(F.linear(y, expand_weight, expand_bias), approximate=approximate)
            piece += F.linear(y, reduce_weight, reduce_bias).to(x.dtype)
        return x


class Bfloat16(torch.nn.Module):
    """The same values with eight bits of mantissa, for products on processors that are made for them."""

    def forward(self, x: Tensor) -> Tensor:
        return x.to(torch.bfloat16)


def save(module: torch.nn.Module, path: pathlib.Path) -> None:
    """Leaves out what is for debuggers only: it names folders of the machine that built the file."""
    whole = io.BytesIO()
    torch.jit.save(torch.jit.script(module), whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                name = entry.filename.split("/", 1)[1]
                target.writestr(zipfile.ZipInfo(f"{path.stem}/{name}"), source.read(entry))


if __name__ == "__main__":
    here = pathlib.Path(__file__).parent
    save(TransformerBlock(), here / "transformer-block.pt")
    save(Bfloat16(), here / "bfloat16.pt")

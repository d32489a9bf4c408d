package org.antiphon.dataset.etude.stage;

/** A painted part that moves rigidly. */
final class Sprite implements Part {

    private final Canvas canvas;

    Sprite(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void paint(byte[] rgb, int size, Pose pose) {
        double norm = pose.ux * pose.ux + pose.uy * pose.uy;
        double right = canvas.left + canvas.width / canvas.density;
        double bottom = canvas.top + canvas.height / canvas.density;
        double x0 =
                Math.min(canvas.left * pose.ux, right * pose.ux) + Math.min(-canvas.top * pose.uy, -bottom * pose.uy);
        double x1 =
                Math.max(canvas.left * pose.ux, right * pose.ux) + Math.max(-canvas.top * pose.uy, -bottom * pose.uy);
        double y0 = Math.min(canvas.left * pose.uy, right * pose.uy) + Math.min(canvas.top * pose.ux, bottom * pose.ux);
        double y1 = Math.max(canvas.left * pose.uy, right * pose.uy) + Math.max(canvas.top * pose.ux, bottom * pose.ux);
        int fromX = Math.max(0, (int) Math.floor(pose.ox + x0));
        int toX = Math.min(size - 1, (int) Math.ceil(pose.ox + x1));
        int fromY = Math.max(0, (int) Math.floor(pose.oy + y0));
        int toY = Math.min(size - 1, (int) Math.ceil(pose.oy + y1));
        double stepX = pose.ux / norm * canvas.density;
        double stepY = -pose.uy / norm * canvas.density;
        for (int y = fromY; y <= toY; y++) {
            double dx = fromX + 0.5 - pose.ox;
            double dy = y + 0.5 - pose.oy;
            double u = ((dx * pose.ux + dy * pose.uy) / norm - canvas.left) * canvas.density - 0.5;
            double v = ((dy * pose.ux - dx * pose.uy) / norm - canvas.top) * canvas.density - 0.5;
            paintRow(rgb, y * size, fromX, toX, u, v, stepX, stepY, (float) pose.gain);
        }
    }

    private void paintRow(
            byte[] rgb, int row, int fromX, int toX, double u0, double v0, double stepX, double stepY, float gain) {
        float[] texels = canvas.rgba;
        int width = canvas.width;
        int lastU = width - 1;
        int lastV = canvas.height - 1;
        for (int x = fromX; x <= toX; x++) {
            double u = u0 + (x - fromX) * stepX;
            double v = v0 + (x - fromX) * stepY;
            if (u < 0 || v < 0 || u >= lastU || v >= lastV) {
                continue;
            }
            int i = (int) u;
            int j = (int) v;
            int p = (j * width + i) * 4;
            int q = p + width * 4;
            float a = (float) (u - i);
            float b = (float) (v - j);
            float w11 = a * b;
            float w10 = a - w11;
            float w01 = b - w11;
            float w00 = 1 - a - w01;
            float alpha = texels[p + 3] * w00 + texels[p + 7] * w10 + texels[q + 3] * w01 + texels[q + 7] * w11;
            if (alpha < 0.004f) {
                continue;
            }
            int at = (row + x) * 3;
            float rest = 1 - alpha;
            for (int c = 0; c < 3; c++) {
                float colour =
                        texels[p + c] * w00 + texels[p + 4 + c] * w10 + texels[q + c] * w01 + texels[q + 4 + c] * w11;
                float value = (rgb[at + c] & 0xFF) * rest + colour * gain + 0.5f;
                rgb[at + c] = (byte) (int) (value > 255 ? 255 : value);
            }
        }
    }

    @Override
    public boolean covers(Pose pose, double px, double py, double[] own) {
        double norm = pose.ux * pose.ux + pose.uy * pose.uy;
        double dx = px - pose.ox;
        double dy = py - pose.oy;
        own[0] = (dx * pose.ux + dy * pose.uy) / norm;
        own[1] = (dy * pose.ux - dx * pose.uy) / norm;
        int column = (int) Math.floor((own[0] - canvas.left) * canvas.density);
        int row = (int) Math.floor((own[1] - canvas.top) * canvas.density);
        return column >= 0
                && row >= 0
                && column < canvas.width
                && row < canvas.height
                && canvas.rgba[(row * canvas.width + column) * 4 + 3] > 0.5f;
    }

    @Override
    public void locate(Pose pose, double[] own) {
        double x = own[0];
        double y = own[1];
        own[0] = pose.ox + x * pose.ux - y * pose.uy;
        own[1] = pose.oy + x * pose.uy + y * pose.ux;
    }
}

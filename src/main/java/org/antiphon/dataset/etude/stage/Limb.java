package org.antiphon.dataset.etude.stage;

/** A rounded bar from a joint to a joint, tapering; it stretches along its axis, as a limb seen foreshortened does. */
final class Limb implements Part {

    private static final int TABLE = 64;

    private final float startRadius;
    private final float endRadius;
    private final float edge;
    private final float[] table = new float[TABLE * 3];

    /**
     * @param along colour at x = 0 (start) to 1 (end)
     * @param edge how much darker the rim is, 0 to 1
     */
    Limb(double startRadius, double endRadius, double edge, Paint along) {
        this.startRadius = (float) startRadius;
        this.endRadius = (float) endRadius;
        this.edge = (float) edge;
        for (int i = 0; i < TABLE; i++) {
            int rgb = along.at((i + 0.5) / TABLE, 0);
            table[3 * i] = Colour.red(rgb);
            table[3 * i + 1] = Colour.green(rgb);
            table[3 * i + 2] = Colour.blue(rgb);
        }
    }

    @Override
    public void paint(byte[] rgb, int size, Pose pose) {
        float zoom = (float) Math.sqrt(pose.ux * pose.ux + pose.uy * pose.uy);
        double reach = Math.max(startRadius, endRadius) * zoom + 1;
        double endX = pose.ox + pose.ux * pose.length;
        double endY = pose.oy + pose.uy * pose.length;
        int fromX = Math.max(0, (int) Math.floor(Math.min(pose.ox, endX) - reach));
        int toX = Math.min(size - 1, (int) Math.ceil(Math.max(pose.ox, endX) + reach));
        int fromY = Math.max(0, (int) Math.floor(Math.min(pose.oy, endY) - reach));
        int toY = Math.min(size - 1, (int) Math.ceil(Math.max(pose.oy, endY) + reach));
        float norm = zoom * zoom;
        float stepU = (float) pose.ux / norm;
        float stepV = (float) -pose.uy / norm;
        for (int y = fromY; y <= toY; y++) {
            double dx = fromX + 0.5 - pose.ox;
            double dy = y + 0.5 - pose.oy;
            float u = (float) ((dx * pose.ux + dy * pose.uy) / norm);
            float v = (float) ((dy * pose.ux - dx * pose.uy) / norm);
            for (int x = fromX; x <= toX; x++, u += stepU, v += stepV) {
                blend(rgb, (y * size + x) * 3, u, v, zoom, (float) pose.length, (float) pose.gain);
            }
        }
    }

    private void blend(byte[] rgb, int at, float u, float v, float zoom, float length, float gain) {
        float share = u <= 0 ? 0 : u >= length ? 1 : u / length;
        float radius = startRadius + (endRadius - startRadius) * share;
        float du = u - share * length;
        float squared = du * du + v * v;
        float outer = radius + 0.5f / zoom;
        if (squared >= outer * outer) {
            return;
        }
        float alpha = (radius - (float) Math.sqrt(squared)) * zoom + 0.5f;
        if (alpha > 1) {
            alpha = 1;
        }
        float across = v / radius;
        float shade = gain * (1.04f - edge * squared / (radius * radius) + 0.10f * edge * across);
        int k = Math.min(TABLE - 1, (int) (share * TABLE)) * 3;
        for (int c = 0; c < 3; c++) {
            float value = (rgb[at + c] & 0xFF) * (1 - alpha) + Math.min(255f, table[k + c] * shade) * alpha + 0.5f;
            rgb[at + c] = (byte) (int) value;
        }
    }

    @Override
    public boolean covers(Pose pose, double px, double py, double[] own) {
        double norm = pose.ux * pose.ux + pose.uy * pose.uy;
        double dx = px - pose.ox;
        double dy = py - pose.oy;
        double u = (dx * pose.ux + dy * pose.uy) / norm;
        double v = (dy * pose.ux - dx * pose.uy) / norm;
        double share = Ease.clamp(u / pose.length);
        double radius = startRadius + (endRadius - startRadius) * share;
        double du = u - share * pose.length;
        own[0] = u <= 0 ? u : u >= pose.length ? 1 + (u - pose.length) : share;
        own[1] = v;
        return du * du + v * v <= radius * radius;
    }

    /** Own coordinates: x is a share between the joints and units beyond them, y units across. */
    @Override
    public void locate(Pose pose, double[] own) {
        double x = own[0] < 0 ? own[0] : own[0] > 1 ? own[0] - 1 + pose.length : own[0] * pose.length;
        double y = own[1];
        own[0] = pose.ox + x * pose.ux - y * pose.uy;
        own[1] = pose.oy + x * pose.uy + y * pose.ux;
    }
}

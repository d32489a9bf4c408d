package org.antiphon.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a body in chunks, which no ordinary client does that is refused in the middle of it. */
final class Chunks {

    private static final int CHUNK = 1 << 16;

    private Chunks() {}

    /** Posts {@code bytes} of the beginning of a form's file, until the server answers. @return head of the answer */
    static String post(URI root, String path, String type, long bytes) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\nContent-Type: " + type
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(
                    out,
                    "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.mp4\"\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            for (long sent = 0; sent < bytes && in.available() == 0; sent += CHUNK) {
                chunk(out, new byte[CHUNK]);
            }
            return head(in);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        try {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write(new byte[] {'\r', '\n'});
        } catch (SocketException refused) {
            // the answer is on its way
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
            head.append((char) c);
        }
        return head.toString();
    }
}

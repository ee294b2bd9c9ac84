package dev.faultline.trace.container;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The body of an HTTP response in chunks, with or without the head of the response before it: RFC 9112, section 7.1. What
/// stands behind the last chunk is left out; where a chunk does not begin as it should, the body ends.
final class ChunkedBody extends FilterInputStream {
    private static final int LONGEST_LINE = 8 << 10;
    private static final Pattern HEAD = Pattern.compile("HTTP/1\\.[01] .*?transfer-encoding: *chunked.*?\r\n\r\n",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \t]*(;.*)?");

    private long left;
    private boolean first = true;
    private boolean ended;

    /// @param in at the start of the response's head, or of its first chunk
    ChunkedBody(BufferedInputStream in) throws IOException {
        super(in);
        in.mark(LONGEST_LINE);
        boolean head = line().startsWith("HTTP/");
        if (!head) {
            in.reset();
        }
        while (head && !line().isEmpty()) {
            // a field of the head
        }
    }

    /// Whether a text is a response in chunks of which the first begins in this way.
    static boolean startsIn(String text, String start) {
        var head = HEAD.matcher(text);
        String body = head.lookingAt() ? text.substring(head.end()) : text;
        int end = body.indexOf("\r\n");
        return end > 0 && SIZE.matcher(body.substring(0, end)).matches() && body.startsWith(start, end + 2);
    }

    private String line() throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        int n = 0;
        int b = in.read();
        while (b >= 0 && b != '\n' && n < bytes.length) {
            bytes[n++] = (byte) b;
            b = in.read();
        }
        return new String(bytes, 0, n, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private boolean chunk() throws IOException {
        if (!first) {
            line();
        }
        first = false;
        var size = SIZE.matcher(line());
        left = size.matches() ? Long.parseLong(size.group(1), 16) : 0;
        ended = left == 0;
        return !ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (ended || left == 0 && !chunk()) {
            return -1;
        }
        int n = in.read(into, from, (int) Math.min(most, left));
        ended = n < 0;
        left -= Math.max(0, n);
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

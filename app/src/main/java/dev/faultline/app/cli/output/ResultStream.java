package dev.faultline.app.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Buffered standard output. When its reader closes the pipe (`| head`), further output is dropped silently; any other
/// write error is reported.
public final class ResultStream extends OutputStream {
    private final OutputStream target;
    private final byte[] buffer = new byte[1 << 16];
    private int held;
    private boolean closed;

    public ResultStream(OutputStream target) {
        this.target = target;
    }

    /// Whether the reader has closed the pipe, so that work for more results can stop.
    public boolean abandoned() {
        return closed;
    }

    /// For those who need a writer.
    public PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8), true);
    }

    public void println(String line) throws IOException {
        write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) throws IOException {
        if (held == buffer.length) {
            drain();
        }
        buffer[held++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - held) {
            drain();
        }
        if (length > buffer.length) {
            pass(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, held, length);
            held += length;
        }
    }

    @Override
    public void flush() throws IOException {
        drain();
    }

    /// Flushes where an error is on its way already.
    void flushQuietly() {
        try {
            drain();
        } catch (IOException e) {
            closed = true;
        }
    }

    private void drain() throws IOException {
        int length = held;
        held = 0;
        if (length > 0) {
            pass(buffer, 0, length);
        }
    }

    private void pass(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            return;
        }
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            closed = true;
            // "Broken pipe", "The pipe is being closed": Java has no type for it
            if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new OutputException("standard output", e);
            }
        }
    }
}

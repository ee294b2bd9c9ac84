package dev.faultline.app.cli.verb;

import dev.faultline.app.cli.output.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/// A verb about one file, which its error messages name.
public abstract class OneFile implements Callable<Integer> {
    protected final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "the trace, - for standard input")
    private String file = "";

    protected OneFile(Terminal terminal) {
        this.terminal = terminal;
    }

    /// As the user gave it.
    public final String file() {
        return file;
    }

    /// Does something with each trace of the file.
    ///
    /// @return 0, or 3 when a trace of several could not be read
    /// @throws IOException when the only trace cannot be read, or a result cannot be written
    protected final int forEachTrace(Traces.Use use) throws IOException {
        return new Traces(file, terminal).forEach(use);
    }
}

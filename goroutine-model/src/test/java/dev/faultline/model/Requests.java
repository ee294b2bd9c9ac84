package dev.faultline.model;

import static dev.faultline.model.Script.MAIN;

/// Writes HTTP connections and their requests into a trace.
public final class Requests {
    private static final String SERVES = " < net/http.HandlerFunc.ServeHTTP:2358 < net/http.serverHandler.ServeHTTP:3436"
            + " < net/http.(*conn).serve:2157";
    private static final String IDLE = "internal/poll.(*FD).Read:170 < net/http.(*connReader).Read:856"
            + " < net/http.(*conn).serve:2200";

    private final Script script;

    /// @param script where they are written to
    public Requests(Script script) {
        this.script = script;
    }

    /// A connection that waits for its first request.
    public Requests connection(int g) {
        script.create(10, MAIN, g, "net/http.(*conn).serve", "net/http.(*Server).Serve:3500").start(11, g)
                .block(12, g, "network", IDLE);
        return this;
    }

    /// A request that a function of the program serves, in which it waits; afterwards its connection is idle.
    public Requests served(long[] fromTo, int g, String reason, String where) {
        hangs(fromTo[0], g, reason, where);
        script.wake(fromTo[1], MAIN, g, "main.done:3").start(fromTo[1], g).block(fromTo[1] + 1, g, "network", IDLE);
        return this;
    }

    /// A request whose wait does not end.
    public Requests hangs(long us, int g, String reason, String where) {
        script.wake(us, 0, g, "").start(us, g).block(us + 1, g, reason, where + SERVES);
        return this;
    }

    /// The trace with all of them.
    public Script script() {
        return script;
    }
}

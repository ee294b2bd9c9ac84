package dev.faultline.app.ui.text;

import dev.faultline.model.GoState;
import dev.faultline.model.TraceModel;
import dev.faultline.views.fx.Selected.GoroutineSpan;
import java.util.Optional;

/// The ways from one goroutine to the one that made it go on: its waker, its creator.
public final class Trail {
    private final TraceModel model;

    public Trail(TraceModel model) {
        this.model = model;
    }

    /// What the waker did when it ended this wait, or made this runnable span begin; empty when the runtime or nobody
    /// did.
    public Optional<GoroutineSpan> waker(GoroutineSpan of) {
        if (of.span() < 0) {
            return Optional.empty();
        }
        var spans = model.spans(of.goroutine());
        int row = spans.state(of.span()) == GoState.WAITING ? spans.endRow(of.span()) : spans.beginRow(of.span());
        var events = model.trace().events();
        if (row < 0 || events.subject(row) != of.goroutine() || events.goroutine(row) < 0) {
            return Optional.empty();
        }
        return Optional.of(at(events.goroutine(row), events.time(row)));
    }

    /// What the creator did when it created the goroutine; empty when the trace does not show it.
    public Optional<GoroutineSpan> creator(GoroutineSpan of) {
        int creator = model.goroutines().creator(of.goroutine());
        return creator < 0 ? Optional.empty() : Optional.of(at(creator, model.goroutines().bornNs(of.goroutine())));
    }

    /// The span of a goroutine at a time.
    public GoroutineSpan at(int goroutine, long ns) {
        return new GoroutineSpan(goroutine, model.spans(goroutine).at(ns));
    }
}

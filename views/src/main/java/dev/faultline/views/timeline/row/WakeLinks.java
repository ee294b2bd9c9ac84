package dev.faultline.views.timeline.row;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Links from a goroutine to its waker and its creator.
public final class WakeLinks {
    private final TraceModel model;

    public WakeLinks(TraceModel model) {
        this.model = model;
    }

    /// A wake-up: who ended a wait, and when.
    ///
    /// @param waker index of the goroutine, -1 when the runtime did it
    /// @param woken index of the goroutine that had waited
    /// @param ns when
    public record Wake(int waker, int woken, long ns) {}

    /// Who ended the wait that a span is, or the last one before it; null when it never waited or nothing woke it.
    public @Nullable Wake wake(Goroutine of) {
        if (of.goroutine() < 0 || of.span() < 0) {
            return null;
        }
        Spans spans = model.spans(of.goroutine());
        int wait = of.span();
        while (wait >= 0 && spans.state(wait) != GoState.WAITING) {
            wait--;
        }
        int row = wait < 0 ? -1 : spans.endRow(wait);
        EventStore events = model.trace().events();
        // a wait may also end with what a goroutine did itself, where its wake-up is not in the trace
        return row < 0 || events.subject(row) != of.goroutine()
                ? null
                : new Wake(events.goroutine(row), of.goroutine(), spans.end(wait));
    }

    /// What the waker did when it ended the wait; empty when the runtime did, or nothing.
    public Optional<Goroutine> waker(Goroutine of) {
        Wake wake = wake(of);
        return wake == null || wake.waker() < 0 ? Optional.empty() : Optional.of(at(wake.waker(), wake.ns()));
    }

    /// What the creator did when it created the goroutine; empty when the trace does not show it.
    public Optional<Goroutine> creator(Goroutine of) {
        int creator = model.goroutines().creator(of.goroutine());
        return creator < 0 ? Optional.empty() : Optional.of(at(creator, model.goroutines().bornNs(of.goroutine())));
    }

    /// What a goroutine did to another.
    ///
    /// @param other index of the other goroutine
    /// @param ns when
    /// @param created whether it created it; else it woke it
    public record Deed(int other, long ns, boolean created) {}

    /// Whom a goroutine woke and created while a span lasted, in the order of time; of a goroutine as a whole only whom it
    /// created. Looks at all events of the span's time: not for a JavaFX thread.
    public List<Deed> deeds(Goroutine of) {
        List<Deed> deeds = new ArrayList<>();
        EventStore events = model.trace().events();
        if (of.span() < 0) {
            model.goroutines().children(of.goroutine())
                    .forEach(child -> deeds.add(new Deed(child, model.goroutines().bornNs(child), true)));
            return deeds;
        }
        Spans spans = model.spans(of.goroutine());
        if (spans.state(of.span()) != GoState.RUNNING) {
            return deeds;
        }
        int end = spans.endRow(of.span()) < 0 ? events.size() : spans.endRow(of.span());
        for (int row = Math.max(0, spans.beginRow(of.span())); row < end; row++) {
            EventType type = events.type(row);
            boolean created = type == EventType.GO_CREATE || type == EventType.GO_CREATE_BLOCKED;
            if ((created || type == EventType.GO_UNBLOCK) && events.goroutine(row) == of.goroutine()
                    && events.subject(row) >= 0) {
                deeds.add(new Deed(events.subject(row), events.time(row), created));
            }
        }
        return deeds;
    }

    /// What the first goroutine did that a span woke, or created, then; empty when there is none.
    public Optional<Goroutine> firstOf(Goroutine of, boolean created) {
        return deeds(of).stream().filter(deed -> deed.created() == created).findFirst()
                .map(deed -> at(deed.other(), deed.ns()));
    }

    /// What a goroutine was doing at a moment.
    public Goroutine at(int goroutine, long ns) {
        return new Goroutine(goroutine, model.spans(goroutine).at(ns));
    }
}

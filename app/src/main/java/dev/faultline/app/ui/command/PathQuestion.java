package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose critical path is wanted, and of which stretch.
///
/// @param goroutine index of the goroutine
/// @param title what it is the path of
public record PathQuestion(int goroutine, TimeRange range, String title) {
    /// Of a thing: of a task or of what is inferred whole, of a goroutine in the selected time where some is and it lives then,
    /// else in the time of its span. Empty for things that no goroutine is known of.
    public static Optional<PathQuestion> of(Session session, Thing thing) {
        TimeRange time = thing.time(session.model());
        return Optional.ofNullable(time == null ? null : switch (thing) {
            case Thing.UserTask t when t.task().creator() >= 0 ->
                new PathQuestion(t.task().creator(), time, "task " + Names.task(t.task()));
            case Thing.InferredRun r -> new PathQuestion(r.run().goroutine(), time,
                    r.run().kind().label() + " " + GoNames.withoutPath(r.run().name()));
            default -> thing.row() instanceof Thing.Goroutine g ? ofGoroutine(session, g.goroutine(), time) : null;
        });
    }

    private static @Nullable PathQuestion ofGoroutine(Session session, int goroutine, TimeRange span) {
        var goroutines = session.model().goroutines();
        TimeRange chosen = session.viewport().selected();
        long from = Math.max(goroutines.bornNs(goroutine), chosen == null ? span.fromNs() : chosen.fromNs());
        long to = Math.min(goroutines.endNs(goroutine), chosen == null ? span.toNs() : chosen.toNs());
        return to <= from
                ? null
                : new PathQuestion(goroutine, new TimeRange(from, to), Names.goroutineWithFunction(session.model(),
                        goroutine));
    }

    /// Of a goroutine's whole life.
    public static PathQuestion life(Session session, int goroutine) {
        var goroutines = session.model().goroutines();
        return new PathQuestion(goroutine,
                TimeRange.between(goroutines.bornNs(goroutine), goroutines.endNs(goroutine)),
                Names.goroutineWithFunction(session.model(), goroutine));
    }

    /// Works it out in the background and shows it.
    public void ask(Session session) {
        new Question<Thing>(session, "critical path").ask(() -> new Thing.Path(PathParts.of(session.model(),
                session.facts().assists(), goroutine, range.fromNs(), range.toNs()), title),
                path -> session.jump(new Jump.ToThing(path)));
    }
}

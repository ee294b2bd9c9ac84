package dev.faultline.app.ui.finding;

import dev.faultline.app.ui.command.PathQuestion;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.Lookup;
import dev.faultline.model.Task;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.WakeLinks;
import java.util.ArrayList;
import java.util.List;

/// The evidence of a finding, as links into the timeline.
final class EvidenceLinks {
    private static final int TASKS = 2;
    private static final int LINKS = 2;

    private final Session session;
    private final WakeLinks trail;
    private final Lookup lookup;

    EvidenceLinks(Session session) {
        this.session = session;
        trail = new WakeLinks(session.model());
        lookup = session.lookup();
    }

    /// @param text what it shows
    /// @param follow shows it
    record Link(String text, Runnable follow) {}

    private Link link(String text, Jump target) {
        return new Link(text, () -> session.jump(target));
    }

    /// The most telling links: all goroutines, then times, tasks, links between goroutines.
    List<Link> most(Finding finding, int most) {
        Evidence evidence = finding.evidence();
        var links = new ArrayList<Link>();
        if (evidence.goroutines().size() > 1) {
            links.add(link("All " + Units.count(evidence.goroutines().size()) + " goroutines",
                    new Jump.ToEvidence(finding)));
        }
        int times = Math.max(1, most / 2);
        // a label that all share says nothing in each line
        boolean telling = evidence.intervals().stream().map(Evidence.Interval::label).distinct().count() > 1;
        evidence.intervals().stream().limit(times).map(interval -> interval(interval, telling)).forEach(links::add);
        if (evidence.intervals().isEmpty()) {
            evidence.goroutines().stream().limit(times).map(this::goroutine).forEach(links::add);
        }
        evidence.tasks().stream().limit(TASKS).forEach(id -> task(id, links));
        if (evidence.tasks().isEmpty()) {
            evidence.intervals().stream().limit(1).forEach(interval -> run(interval, links));
        }
        evidence.links().stream().limit(LINKS).forEach(link -> link(link, links));
        return links.subList(0, Math.min(most, links.size()));
    }

    private Link interval(Evidence.Interval interval, boolean telling) {
        int goroutine = interval.goroutine() == 0 ? -1 : session.model().goroutines().indexOf(interval.goroutine());
        String time = Units.duration(interval.toNs() - interval.fromNs()) + " from "
                + moments().at(interval.fromNs(), interval.toNs() - interval.fromNs());
        String label = interval.label().isEmpty() || !telling && goroutine >= 0 ? "" : ": " + interval.label();
        if (goroutine < 0) {
            return link(time + label,
                    new Jump.ToRange(new TimeRange(interval.fromNs(), interval.toNs()).padded(0.1)));
        }
        return link(Names.goroutine(session.model(), goroutine) + ", " + time + label,
                new Jump.ToThing(trail.at(goroutine, interval.fromNs())));
    }

    private Link goroutine(long id) {
        int index = session.model().goroutines().indexOf(id);
        return index < 0
                ? link(Names.goroutine(id), new Jump.ToFilter("id:" + id))
                : link(Names.goroutineWithFunction(session.model(), index),
                        new Jump.ToThing(new Thing.Goroutine(index, -1)));
    }

    private void task(long id, List<Link> links) {
        Task task = lookup.task(id);
        if (task != null) {
            Thing.UserTask thing = new Thing.UserTask(task);
            links.add(link("Task " + Names.task(task) + ", " + Names.taskTime(task), new Jump.ToThing(thing)));
            PathQuestion.of(session, thing).filter(_ -> !task.endedBefore()).ifPresent(path -> links
                    .add(new Link("Critical path of task " + Names.task(task), () -> path.ask(session))));
        }
    }

    /// The critical path of what is inferred, such as a request, in which something happened.
    private void run(Evidence.Interval interval, List<Link> links) {
        int goroutine = interval.goroutine() == 0 ? -1 : session.model().goroutines().indexOf(interval.goroutine());
        Run run = goroutine < 0 ? null : session.facts().runs().at(goroutine, interval.fromNs());
        if (run != null && run.inferred()) {
            PathQuestion.of(session, new Thing.InferredRun(run)).ifPresent(path -> links
                    .add(new Link("Critical path of the " + path.title(), () -> path.ask(session))));
        }
    }

    private void link(Evidence.Link link, List<Link> links) {
        int from = session.model().goroutines().indexOf(link.from());
        int to = session.model().goroutines().indexOf(link.to());
        if (from >= 0 && to >= 0) {
            links.add(link(Names.goroutine(link.from()) + " " + link.kind() + " " + Names.goroutine(link.to()),
                    new Jump.ToThing(new Thing.Goroutine(from, -1))));
        }
    }

    private Moments moments() {
        return Moments.of(session.trace());
    }
}

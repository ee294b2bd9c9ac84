package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.FunctionUse;
import dev.faultline.app.ui.text.Names;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Task;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.unit.Units;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.fx.Selected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds goroutines, functions, tasks, findings and commands by what the user types.
public final class Search {
    private static final int PER_KIND = 8;
    private static final int FRAMES_LOOKED_AT = 200_000;
    private static final Pattern NUMBER = Pattern.compile("(?:g\\s*|#)?(\\d+)");

    private final Desk desk;
    private final Commands commands;

    public Search(Desk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    /// Everything that fits, the likeliest first: what the number names, findings, groups, tasks, functions, commands.
    ///
    /// @param query as typed; empty lists the findings and commands
    public List<Hit> find(String query) {
        String words = query.strip().toLowerCase(Locale.ROOT);
        var hits = new ArrayList<Hit>();
        desk.workspace().session().ifPresent(session -> {
            Matcher number = NUMBER.matcher(words);
            if (number.matches()) {
                numbered(session, number.group(1), hits);
            }
            findings(session, words, hits);
            if (!words.isEmpty()) {
                groups(session, words, hits);
                tasks(session, words, hits);
                functions(session, words, hits);
            }
        });
        commands.all().stream().filter(c -> c.enabled().get() && matches(c.label(), words))
                .forEach(c -> hits.add(new Hit("command", c.label(), c.keyText(), c::run)));
        return hits;
    }

    private static void numbered(Session session, String digits, List<Hit> hits) {
        long id;
        try {
            id = Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return;
        }
        Goroutines goroutines = session.model().goroutines();
        int index = goroutines.indexOf(id);
        if (index >= 0) {
            hits.add(jump(session, "goroutine", Names.goroutineWithFunction(session.model(), index),
                    "lived " + Units.duration(goroutines.endNs(index) - goroutines.bornNs(index)),
                    new Selected.GoroutineSpan(index, -1)));
        }
        session.model().tasks().stream().filter(task -> task.id() == id && id != 0).limit(1)
                .forEach(task -> hits.add(task(session, task)));
    }

    private static void findings(Session session, String words, List<Hit> hits) {
        session.findings().shown().stream().filter(f -> matches(f.id() + " " + f.summary(), words)).limit(PER_KIND)
                .forEach(f -> hits.add(finding(session, f)));
    }

    private static Hit finding(Session session, Finding finding) {
        return new Hit("finding", finding.id() + ": " + finding.summary(), finding.severity().label(),
                () -> session.jump(new Jump.ToEvidence(finding)));
    }

    private static void groups(Session session, String words, List<Hit> hits) {
        session.model().groups().stream().filter(group -> matches(group.name(), words)).limit(PER_KIND)
                .forEach(group -> hits.add(group(session, group)));
    }

    private static Hit group(Session session, GoroutineGroup group) {
        return jump(session, "goroutines", group.name(), Units.count(group.members().size(), "goroutine"),
                new Selected.GroupItem(group));
    }

    private static void tasks(Session session, String words, List<Hit> hits) {
        session.model().tasks().stream().filter(task -> matches(Names.task(task), words)).limit(PER_KIND)
                .forEach(task -> hits.add(task(session, task)));
    }

    private static Hit task(Session session, Task task) {
        return jump(session, "task", Names.task(task),
                Units.duration(task.durationNs()) + (task.ended() ? "" : ", never ended"),
                new Selected.TaskItem(task));
    }

    private void functions(Session session, String words, List<Hit> hits) {
        Stacks stacks = session.trace().stacks();
        var seen = new LinkedHashSet<String>();
        int last = Math.min(stacks.frameCount(), FRAMES_LOOKED_AT);
        for (int i = 0; i < last && seen.size() < PER_KIND; i++) {
            Frame frame = stacks.frame(i);
            if (matches(frame.function(), words) && seen.add(frame.function())) {
                hits.add(new Hit("function", frame.function(), "its longest span", () -> longest(session, frame)));
            }
        }
    }

    private void longest(Session session, Frame frame) {
        FunctionUse.longest(session.model(), frame.function()).ifPresentOrElse(
                span -> session.jump(new Jump.ToThing(span)),
                () -> desk.say("No span began in " + frame.function() + "; it occurs in other stacks only."));
    }

    private static Hit jump(Session session, String kind, String title, String detail, Selected target) {
        return new Hit(kind, title, detail, () -> session.jump(new Jump.ToThing(target)));
    }

    /// Whether every word occurs.
    private static boolean matches(String text, String words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words.split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}

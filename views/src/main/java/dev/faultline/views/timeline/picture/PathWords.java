package dev.faultline.views.timeline.picture;

import dev.faultline.model.GoState;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.task.CriticalPath.Handover;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;

/// What a critical path says under the pointer.
final class PathWords {
    private PathWords() {
    }

    static List<String> of(TraceModel model, Thing.Path path, Hit hit) {
        if (hit.drawn() == null) {
            return List.of("Critical path of " + path.title(),
                    Moments.of(model.trace()).fromTo(path.parts().fromNs(), path.parts().toNs()));
        }
        if (hit.drawn().bars().mixed(hit.piece())) {
            return ColumnWords.of("critical path of " + path.title(), hit, "elsewhere");
        }
        Step step = path.parts().steps().get(hit.interval());
        List<String> lines = new ArrayList<>();
        lines.add(Phrases.spent(step.cost()) + " for " + Units.duration(step.durationNs()));
        lines.add(Names.goroutineWithFunction(model, step.goroutine()));
        lines.add(Moments.of(model.trace()).fromTo(step.fromNs(), step.toNs()));
        if (step.stack() != 0 && model.trace().stacks().depth(step.stack()) > 0) {
            lines.add("at " + Places.of(model.trace().stacks().frames(step.stack()).getFirst()));
        }
        if (step.handover() >= 0) {
            lines.add(why(model, path.parts().handovers().get(step.handover())));
        }
        return lines;
    }

    private static String why(TraceModel model, Handover left) {
        return "meanwhile " + Names.goroutine(model, left.waiting()) + " was "
                + States.verb(GoState.WAITING, left.kind()) + ", until " + Names.goroutine(model, left.waker())
                + " " + GoNames.last(model.goroutines().name(left.waker())) + " ended that";
    }
}

package dev.faultline.views.timeline.picture;

import dev.faultline.model.Region;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.LogText;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.stream.Stream;

/// What the lines under an unfolded one say under the pointer.
final class StrandWords {
    private static final int FRAMES = 4;

    private StrandWords() {
    }

    static List<String> of(TraceModel model, Thing.Below row, Hit hit) {
        if (hit.drawn() == null) {
            return row.strand().name().isEmpty() ? List.of() : List.of(row.strand().name());
        }
        int count = hit.drawn().bars().count(hit.piece());
        if (count > 1) {
            return List.of(Units.count(count) + " at the pointer, zoom in to see them", row.strand().name());
        }
        Moments moments = Moments.of(model.trace());
        return switch (row.strand().thing(hit.interval())) {
            case Thing.UserRegion(Region region) -> List.of("Region " + region.name(),
                    Units.duration(region.durationNs()) + (region.ended() ? "" : ", not ended"),
                    moments.fromTo(region.startNs(), region.endNs()));
            case Thing.Call call -> {
                Frame frame = model.trace().stacks().frame(call.frame());
                yield List.of(Places.function(frame), Places.fileLine(frame),
                        Units.duration(call.toNs() - call.fromNs()), moments.fromTo(call.fromNs(), call.toNs()));
            }
            case Thing.Moment moment -> moment(model, moments, moment.event());
            case Thing.Goroutine g -> List.of(
                    States.label(model.spans(g.goroutine()).state(g.span()), model.spans(g.goroutine()).wait(g.span()))
                            + " for " + Units.duration(row.strand().end(hit.interval())
                                    - row.strand().start(hit.interval())),
                    row.strand().name(),
                    moments.fromTo(row.strand().start(hit.interval()), row.strand().end(hit.interval())));
            default -> List.of();
        };
    }

    private static List<String> moment(TraceModel model, Moments moments, int row) {
        EventStore events = model.trace().events();
        if (events.type(row) == EventType.USER_LOG) {
            return List.of(LogText.of(model.trace(), row), "log message at " + moments.at(events.time(row)));
        }
        List<Frame> frames = model.trace().stacks().frames(events.stack(row));
        return Stream.concat(
                Stream.of("CPU sample at " + moments.at(events.time(row))),
                frames.stream().limit(FRAMES).map(Places::of)).toList();
    }
}

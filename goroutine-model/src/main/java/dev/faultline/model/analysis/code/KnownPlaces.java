package dev.faultline.model.analysis.code;

import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a wait at a stack means where it stands in a well-known library. The outermost known function counts that is called
/// by no code of the program's own: a library's wait group says less than the library.
public final class KnownPlaces {
    private final Stacks stacks;
    private final Code code;
    private final Map<Integer, Optional<KnownFrame>> byFunction = new HashMap<>();

    /// Answers for the stacks of one trace.
    public KnownPlaces(Stacks stacks, Code code) {
        this.stacks = stacks;
        this.code = code;
    }

    /// What a goroutine does that waits at a stack, null when nothing is known of it.
    public synchronized @Nullable KnownFrame of(int stack) {
        KnownFrame found = null;
        for (int d = 0; d < stacks.depth(stack); d++) {
            int frame = stacks.frameId(stack, d);
            KnownFrame known = byFunction.computeIfAbsent(stacks.function(frame),
                    function -> Optional.ofNullable(KnownFrames.all().find(stacks.frame(frame).function()))
                            .filter(KnownPlaces::tellsOfWaits))
                    .orElse(null);
            if (known == null && code.owner(frame).maybeOwn()) {
                break;
            }
            found = known != null ? known : found;
        }
        return found;
    }

    private static boolean tellsOfWaits(KnownFrame known) {
        return switch (known.meaning()) {
            case TOOL, FORCES_GC, STOPS_WORLD, REQUEST -> false;
            default -> true;
        };
    }
}

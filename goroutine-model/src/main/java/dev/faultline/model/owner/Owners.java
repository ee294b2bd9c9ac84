package dev.faultline.model.owner;

import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whose code the functions of one program are.
///
/// Own are package main, the packages of tests that run, and the module that the place of main's file shows. Other import
/// paths with a host in them are libraries, wherever their files lie: builds of distributions, vendoring and `-trimpath`
/// leave no trace of that in the paths.
public final class Owners {
    private final Set<String> own;
    private final Predicate<String> known;

    private Owners(Set<String> own, Predicate<String> known) {
        this.own = own;
        this.known = known;
    }

    /// Learns from the stacks that there are now.
    ///
    /// @param known tells of functions of libraries, by name, whether it is known what they do
    public static Owners of(Stacks stacks, Predicate<String> known) {
        return new Owners(OwnPackages.of(stacks), known);
    }

    /// Whose a frame is.
    public Owner of(Frame frame) {
        String path = Packages.of(frame.function());
        if (path.equals("main") || isOwn(path)) {
            return Owner.OWN;
        }
        if (Packages.isRuntime(path)) {
            return Owner.RUNTIME;
        }
        if (Packages.isStandard(path)) {
            return Owner.STANDARD;
        }
        if (!Packages.isRemote(path) && !Packages.inLibraryFolder(frame, path)) {
            return Owner.UNKNOWN;
        }
        return known.test(frame.function()) ? Owner.KNOWN_LIBRARY : Owner.LIBRARY;
    }

    private boolean isOwn(String path) {
        if (own.isEmpty() || path.contains("/vendor/")) {
            return false;
        }
        for (String root : own) {
            if (Packages.within(path, root)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a frame may be the program's own.
    public boolean maybeOwn(Frame frame) {
        return of(frame).maybeOwn();
    }

    /// The frame of a stack that names its place for people: the innermost of those nearest to the program's own code; what
    /// may be its own is as near as what is. Null for the empty stack.
    public @Nullable Frame place(List<Frame> stack) {
        Frame best = null;
        int rank = -1;
        for (Frame frame : stack) {
            int of = rank(of(frame));
            if (of > rank) {
                best = frame;
                rank = of;
            }
        }
        return best;
    }

    /// How near an owner is to the program's own code.
    public static int rank(Owner owner) {
        return owner == Owner.OWN ? Owner.UNKNOWN.ordinal() : owner.ordinal();
    }
}

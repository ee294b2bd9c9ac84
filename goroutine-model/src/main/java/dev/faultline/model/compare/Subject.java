package dev.faultline.model.compare;

/// What is compared. Two traces tell of the same subject where kind and name are equal: names have no line numbers, no
/// numbers of closures and no goroutine ids, so that two builds of one program compare.
///
/// @param kind what it is
/// @param name such as `sync.(*Mutex).Lock in main.(*store).get`, `main.worker`, `checkout`
public record Subject(Kind kind, String name) implements Comparable<Subject> {
    /// Kinds of subjects, in the order of their tables.
    public enum Kind {
        /// The Go runtime and the trace as a whole.
        RUNTIME("runtime"),
        /// Goroutines by entry function and the function that creates them.
        GROUP("goroutine group"),
        /// System calls by place.
        SYSCALLS("system calls"),
        /// Waits by place.
        WAITS("wait site"),
        /// Tasks, requests, tests, workers' items by name.
        TASK("task");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// In a table or JSON: `wait site`.
        public String label() {
            return label;
        }
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }
}

package dev.faultline.model.known;

import java.util.Locale;

/// A function of which is known what a goroutine does in it.
///
/// @param meaning what kind of thing that is
/// @param pattern the function's name as traces have it, in which `*` stands for any characters
/// @param words what the goroutine does, as a clause whose subject it is: `waits for a connection of the pool`
/// @param remedy what the program has to do for it to exit, as a demand: `close the rows`; empty where that is not known
public record KnownFrame(Meaning meaning, String pattern, String words, String remedy) {
    /// Kinds of places. In the file they are written in small letters with hyphens.
    public enum Meaning {
        /// Waits for a piece of a pool that has none free.
        POOL_QUEUE,
        /// Waits for a piece of a pool, or for a new one to be made.
        POOL_OR_DIAL,
        /// Waits because a limit on what goes on at a time was set for that purpose.
        LIMIT,
        /// Worker of a library that has nothing to do.
        POOL_IDLE,
        /// Keeps an idle connection, or waits for its next message.
        KEEP_ALIVE,
        /// Waits for new connections.
        ACCEPT,
        /// Waits for an answer of a peer.
        REPLY,
        /// Waits for goroutines that it started.
        GROUP,
        /// Watches a context.
        CONTEXT,
        /// Waits for a signal of the operating system.
        SIGNAL,
        /// Waits for a time.
        TIMER,
        /// Waits for tests.
        HARNESS,
        /// Hands data over between two goroutines.
        PIPE,
        /// Calls the program's function for one request, or for one test.
        REQUEST,
        /// Tracer or profiler at work: what it does is not the program's.
        TOOL,
        /// Starts a garbage collection by hand.
        FORCES_GC,
        /// Stops the world; the words are the reason as Go 1.21 and later name it.
        STOPS_WORLD;

        /// Whether nobody in the program can be blamed for such a wait: its end comes from a peer, the operating system or
        /// the clock, or it lasts until there is work.
        public boolean outside() {
            return switch (this) {
                case POOL_IDLE, KEEP_ALIVE, ACCEPT, REPLY, SIGNAL, TIMER -> true;
                default -> false;
            };
        }

        /// As in the file.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

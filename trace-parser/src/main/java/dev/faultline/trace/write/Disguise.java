package dev.faultline.trace.write;

/// Other names for what a trace names. Equal names must get equal ones. What the runtime itself writes (why goroutines wait,
/// why the world is stopped, what GC workers do) is never asked for.
public interface Disguise {
    /// What a text of the program is.
    enum Role {
        TASK,
        REGION,
        LOG_CATEGORY,
        LOG_MESSAGE,
        /// Name of a type, in traces of allocations.
        TYPE
    }

    /// Called for every frame of the trace before anything is asked for.
    void learn(String function, String path, long line);

    /// @param name as Go writes it, such as `store.(*Cache).Get`
    String function(String name);

    /// @param path of a source file
    /// @param function one that is in it
    String file(String path, String function);

    /// @param line in a source file
    /// @param path of the file, as it was
    /// @param function that it is in, as it was
    long line(long line, String path, String function);

    /// @param address of an instruction
    long address(long address);

    String text(Role role, String text);
}

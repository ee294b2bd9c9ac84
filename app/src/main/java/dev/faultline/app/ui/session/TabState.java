package dev.faultline.app.ui.session;

import dev.faultline.app.ui.work.Background;

/// The state of a tab.
public sealed interface TabState {
    /// The file is being read.
    ///
    /// @param early what is seen of it meanwhile
    record Loading(Background<OpenedFile> job, EarlyPictures early) implements TabState {}

    /// The file could not be read.
    ///
    /// @param sentence what was expected and found, for people
    /// @param advice what the user can do next
    record Failed(String sentence, String advice) implements TabState {}

    /// The trace is open.
    record Open(Session session) implements TabState {}

    /// Two traces are compared.
    record Comparing(ComparedTraces traces) implements TabState {}
}

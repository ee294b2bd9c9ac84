package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers a question that is slow on a large trace off the UI thread; on a small trace at once. An answer that arrives
/// after the next question is dropped.
///
/// @param <T> what the answer is
public final class Question<T> {
    /// Up to this many events an answer takes less than a frame.
    private static final int SMALL = 50_000;

    private final Session session;
    private final String name;
    private @Nullable Background<T> asked;

    /// @param name of the thread
    public Question(Session session, String name) {
        this.session = session;
        this.name = name;
    }

    /// Whether answers come at once.
    public static boolean small(Session session) {
        return session.trace().events().size() <= SMALL;
    }

    /// @param answered takes the answer, on the UI thread
    public void ask(Supplier<T> question, Consumer<T> answered) {
        ask(question, answered, error -> System.getLogger(Question.class.getName())
                .log(System.Logger.Level.ERROR, name + " failed", error));
    }

    /// @param failed takes what went wrong, on the UI thread
    public void ask(Supplier<T> question, Consumer<T> answered, Consumer<Throwable> failed) {
        drop();
        if (small(session)) {
            answered.accept(question.get());
        } else {
            Background<T> job = Background.start(name, _ -> question.get(),
                    new Background.Outcome<>(answered, failed, () -> {}));
            session.attach(job);
            asked = job;
        }
    }

    /// Wants no answer any more.
    public void drop() {
        Background<T> before = asked;
        if (before != null) {
            before.cancel();
            asked = null;
        }
    }
}

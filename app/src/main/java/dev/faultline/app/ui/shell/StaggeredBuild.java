package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.session.Session;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/// Builds the parts of a large trace's window one after another, each in a pulse of its own, so that the window answers in
/// between. Those of a small trace are built at once.
final class StaggeredBuild extends AnimationTimer {
    private final Queue<Runnable> left;

    private StaggeredBuild(List<Runnable> steps) {
        left = new ArrayDeque<>(steps);
    }

    static void run(Session session, List<Runnable> steps) {
        if (Question.small(session)) {
            steps.forEach(Runnable::run);
        } else {
            var timer = new StaggeredBuild(steps);
            session.whenClosed(timer::stop);
            timer.start();
        }
    }

    @Override
    public void handle(long now) {
        Runnable next = left.poll();
        if (next == null) {
            stop();
        } else {
            next.run();
        }
    }
}

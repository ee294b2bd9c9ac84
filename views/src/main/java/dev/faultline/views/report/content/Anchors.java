package dev.faultline.views.report.content;

/// What links lead to within a chapter.
///
/// @param prefix tells the chapters of a report apart, empty where there is but one
record Anchors(String prefix) {
    /// Of a chapter.
    ///
    /// @param number counted from 1, 0 when it is the only one
    static Anchors ofChapter(int number) {
        return new Anchors(number == 0 ? "" : "t" + number + "-");
    }

    String start() {
        return prefix + "start";
    }

    String findings() {
        return prefix + "findings";
    }

    /// @param number counted from 1
    String finding(int number) {
        return prefix + "finding-" + number;
    }

    String suppressed() {
        return prefix + "suppressed";
    }

    String notChecked() {
        return prefix + "not-checked";
    }

    /// Of a section or part.
    String of(String name) {
        return prefix + name;
    }
}

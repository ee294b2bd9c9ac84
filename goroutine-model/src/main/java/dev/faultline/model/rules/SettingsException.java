package dev.faultline.model.rules;

/// A setting that cannot be understood. The message is one sentence that says what is wrong and what there is instead.
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    public SettingsException(String sentence) {
        super(sentence);
    }
}

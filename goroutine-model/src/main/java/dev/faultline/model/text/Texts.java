package dev.faultline.model.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a class has to say: the templates in the resource bundle of its name, `GoroutineLeak.properties` beside
/// `GoroutineLeak.class`. Another language is a file beside that one, such as `GoroutineLeak_de.properties`; what it lacks is
/// said in English. A bundle is read when it is first asked for something.
public final class Texts {
    private record Key(Class<?> owner, Locale locale) {}

    private static final Map<Key, Texts> ALL = new ConcurrentHashMap<>();
    /// Order of the categories in the CLDR; it plays no part in which one holds.
    private static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many");

    private final Class<?> owner;
    private final ResourceBundle bundle;
    private final Plurals plurals;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    private Texts(Key key) {
        owner = key.owner;
        bundle = bundle(owner, key.locale);
        ResourceBundle rules = bundle(Plurals.class, key.locale);
        Map<String, String> forms = new LinkedHashMap<>();
        rules.keySet().stream().sorted(Comparator.comparingInt(CATEGORIES::indexOf))
                .forEach(category -> forms.put(category, rules.getString(category)));
        plurals = new Plurals(forms);
    }

    /// The texts of a class in the language of the user.
    public static Texts of(Class<?> owner) {
        return of(owner, Locale.getDefault(Locale.Category.DISPLAY));
    }

    /// The texts of a class in a language.
    ///
    /// @throws java.util.MissingResourceException when the class has no bundle
    public static Texts of(Class<?> owner, Locale locale) {
        return ALL.computeIfAbsent(new Key(owner, locale), Texts::new);
    }

    private static ResourceBundle bundle(Class<?> owner, Locale locale) {
        // the machine's own language must not stand in where a file is missing
        return ResourceBundle.getBundle(owner.getName(), locale, owner.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// The names of all texts.
    public Set<String> keys() {
        return bundle.keySet();
    }

    /// A text without placeholders.
    public String say(String key) {
        return say(key, Map.of());
    }

    /// A text with its values.
    ///
    /// @throws IllegalArgumentException when there is no such text, or it needs a value that is not given
    public String say(String key, Map<String, ?> values) {
        return template(key).with(values);
    }

    /// A template by its name.
    ///
    /// @throws IllegalArgumentException when there is no such text, or it cannot be read
    public Template template(String key) {
        return templates.computeIfAbsent(key, name -> {
            if (!bundle.containsKey(name)) {
                throw new IllegalArgumentException(owner.getSimpleName() + " has no text " + name);
            }
            return new Template(bundle.getString(name), plurals);
        });
    }
}

/// What several rules, views or the report ask of a model, each computed once: [Facts] is the door, the packages below it
/// answer one question a file.
@NullMarked
package dev.faultline.model.analysis;

import org.jspecify.annotations.NullMarked;

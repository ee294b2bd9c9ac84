/// Numbers that several rules, views or the report share, each computed once: one question a file.
@NullMarked
package dev.faultline.model.analysis;

import org.jspecify.annotations.NullMarked;

/// What goes wrong with the tasks and regions that the program marks.
@NullMarked
package dev.faultline.model.rules.task;

import org.jspecify.annotations.NullMarked;

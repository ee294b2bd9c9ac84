/// Tasks and regions that the program marks, who works for them, and where their time goes.
@NullMarked
package dev.faultline.model.analysis.task;

import org.jspecify.annotations.NullMarked;

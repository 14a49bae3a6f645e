package org.asemeducation.stocktake.notification.template;

/**
 * A template cannot be used; the message says in one sentence which line, what is wrong,
 * and what is allowed.
 */
class BrokenTemplateException extends IllegalArgumentException {

	BrokenTemplateException(int line, String sentence) {
		super("Line %d: %s".formatted(line, sentence));
	}

	BrokenTemplateException(String sentence) {
		super(sentence);
	}

}

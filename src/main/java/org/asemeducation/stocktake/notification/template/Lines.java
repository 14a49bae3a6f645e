package org.asemeducation.stocktake.notification.template;

/**
 * Where the tags stood before lines were joined.
 */
final class Lines {

	private final String written;

	private int at;

	private int line = 1;

	Lines(String written) {
		this.written = Values.withoutMarks(written);
	}

	int next(String tag) {
		int found = this.written.indexOf(tag, this.at);
		this.line += (int) this.written.substring(this.at, found).chars().filter((one) -> one == '\n').count();
		this.at = found + tag.length();
		int here = this.line;
		this.line += (int) tag.chars().filter((one) -> one == '\n').count();
		return here;
	}

}

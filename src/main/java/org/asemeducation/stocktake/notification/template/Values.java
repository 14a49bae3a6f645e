package org.asemeducation.stocktake.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What variables stand for, kept aside until a letter is laid out: whatever a title or a
 * remark contains, it can become no heading, no link and no tag.
 */
final class Values {

	private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

	private final List<Value> values = new ArrayList<>();

	/** The mark that stands for a value. */
	String mark(String value, boolean link) {
		this.values.add(new Value(value.replaceAll("[\uE000\uE001]", "").replaceAll("\\R", " "), link));
		return "\uE000%d\uE001".formatted(this.values.size() - 1);
	}

	/** What no template may bring along. */
	static String withoutMarks(String literal) {
		return literal.replaceAll("[\uE000\uE001]", "");
	}

	/**
	 * Puts the values where their marks stand.
	 * @param marked a text
	 * @param plain what is done with a value
	 * @param link what is done with an address
	 */
	String fill(String marked, UnaryOperator<String> plain, UnaryOperator<String> link) {
		return MARK.matcher(marked).replaceAll((found) -> {
			Value value = this.values.get(Integer.parseInt(found.group(1)));
			return Matcher.quoteReplacement((value.link() ? link : plain).apply(value.text()));
		});
	}

	private record Value(String text, boolean link) {
	}

}

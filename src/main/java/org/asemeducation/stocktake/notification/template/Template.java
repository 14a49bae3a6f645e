package org.asemeducation.stocktake.notification.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.notification.template.Piece.Literal;
import org.asemeducation.stocktake.notification.template.Piece.Part;
import org.asemeducation.stocktake.notification.template.Piece.Said;
import org.asemeducation.stocktake.notification.template.Piece.Shown;
import org.asemeducation.stocktake.notification.template.Variable.Kind;

/**
 * A template that was read: text, variables, and parts that are said for each thing in a
 * list, or if something is or is not so. There is nothing else in the language: no
 * expression, no call, no property of anything.
 */
final class Template {

	private static final int LONGEST = 20_000;

	private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}|\\{\\{|}}", Pattern.DOTALL);

	private static final Pattern NAMED = Pattern.compile("\\s*([#^/]?)\\s*(\\w{1,40})\\s*");

	private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(\\{\\{\\s*[#^/][^{}\\n]*}})[ \\t]*(\\n|\\z)");

	private final Deque<Part> open = new ArrayDeque<>();

	private final String source;

	private Template(String source, List<Variable> variables) {
		this.source = ALONE.matcher(Values.withoutMarks(source.replace("\r", ""))).replaceAll("$1");
		this.open.push(new Part("", Shown.ALWAYS, variables, 1, new ArrayList<>()));
	}

	/**
	 * Reads a template.
	 * @param source as somebody wrote it
	 * @param variables what it may say
	 * @throws BrokenTemplateException with the line, what is wrong and what is allowed
	 */
	static Part read(String source, List<Variable> variables) {
		if (source.length() > LONGEST) {
			throw new BrokenTemplateException(
					"The template has %d characters: use at most %d.".formatted(source.length(), LONGEST));
		}
		return new Template(source, variables).read(source.replace("\r", ""));
	}

	private Part read(String written) {
		Lines lines = new Lines(written);
		Matcher tag = TAG.matcher(this.source);
		int at = 0;
		while (tag.find()) {
			text(this.source.substring(at, tag.start()));
			tag(tag, lines.next(tag.group()));
			at = tag.end();
		}
		text(this.source.substring(at));
		Part last = top();
		if (this.open.size() > 1) {
			throw new BrokenTemplateException(last.line(),
					"{{#%s}} is not closed: write {{/%s}} where it ends.".formatted(last.name(), last.name()));
		}
		return last;
	}

	private void text(String literal) {
		if (!literal.isEmpty()) {
			top().parts().add(new Literal(literal));
		}
	}

	private void tag(Matcher tag, int line) {
		Matcher named = NAMED.matcher((tag.group(1) != null) ? tag.group(1) : "");
		if (tag.group(1) == null || !named.matches()) {
			throw new BrokenTemplateException(line,
					"\"%s\" is no variable: between {{ and }} only a name may stand, after #, ^ or / where a part begins or ends."
						.formatted(shortened(tag.group())));
		}
		switch (named.group(1)) {
			case "/" -> close(named.group(2), line);
			case "#", "^" -> begin(named.group(2), named.group(1).equals("^"), line);
			default -> say(named.group(2), line);
		}
	}

	private void say(String name, int line) {
		Variable variable = variable(name, line);
		if (variable.kind() != Kind.TEXT && variable.kind() != Kind.LINK) {
			throw new BrokenTemplateException(line,
					"{{%s}} cannot be said by itself: write %s.".formatted(name, variable.use()));
		}
		top().parts().add(new Said(name, variable.kind() == Kind.LINK));
	}

	/**
	 * Within a list its own things may be said, and whatever is no list: so nothing grows
	 * faster than what there is to say.
	 */
	private void begin(String name, boolean not, int line) {
		Variable variable = variable(name, line);
		List<Variable> within = top().within();
		if (variable.kind() == Kind.LIST && !not) {
			within = Stream
				.concat(variable.inner().stream(),
						within.stream().filter((one) -> one.kind() != Kind.LIST && !isIn(variable.inner(), one.name())))
				.toList();
		}
		Part part = new Part(name, not ? Shown.UNLESS : Shown.EACH_OR_IF, within, line, new ArrayList<>());
		top().parts().add(part);
		this.open.push(part);
	}

	private void close(String name, int line) {
		Part last = top();
		if (this.open.size() == 1 || !last.name().equals(name)) {
			throw new BrokenTemplateException(line,
					(this.open.size() == 1)
							? "{{/%s}} ends nothing: take it out, or write {{#%s}} before it.".formatted(name, name)
							: "{{/%s}} comes before {{/%s}}: what began last, in line %d, ends first.".formatted(name,
									last.name(), last.line()));
		}
		this.open.pop();
	}

	private Variable variable(String name, int line) {
		List<Variable> within = top().within();
		return within.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new BrokenTemplateException(line, "{{%s}} is unknown here: use one of %s."
				.formatted(name, within.stream().map(Variable::name).sorted().collect(Collectors.joining(", ")))));
	}

	private static boolean isIn(List<Variable> variables, String name) {
		return variables.stream().anyMatch((one) -> one.name().equals(name));
	}

	private Part top() {
		return Objects.requireNonNull(this.open.peek());
	}

	private static String shortened(String tag) {
		String line = tag.replaceAll("\\s+", " ");
		return (line.length() <= 60) ? line : line.substring(0, 60) + "…";
	}

}

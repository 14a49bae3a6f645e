package org.asemeducation.stocktake.notification.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Writes letters by the templates as they stand: saved in the reader's language, shipped
 * in it, saved in English, shipped in English, whichever is there first.
 */
@Component
public class Templates {

	static final String ENGLISH = "en";

	private static final Logger log = LoggerFactory.getLogger(Templates.class);

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\n]*)\\)");

	private final Sources sources;

	Templates(Sources sources) {
		this.sources = sources;
	}

	/**
	 * Writes a letter.
	 * @param name by which template
	 * @param language the reader's, as a tag
	 * @param words what its variables stand for; what is not among the template's
	 * variables cannot be said
	 * @return the letter
	 */
	public Letter write(TemplateName name, String language, Map<String, Object> words) {
		String own = language.toLowerCase(Locale.ROOT);
		Stream<Supplier<Optional<String>>> places = Stream.of(() -> this.sources.saved(name, own),
				() -> Sources.bundled(name, own), () -> this.sources.saved(name, ENGLISH));
		return places.map(Supplier::get)
			.flatMap(Optional::stream)
			.flatMap((source) -> usable(name, source).stream())
			.findFirst()
			.map((template) -> say(template, words))
			.orElseGet(() -> say(Template.read(shipped(name), name.variables()), words));
	}

	/**
	 * A version that a later release does not understand any more gives way to the next.
	 */
	private static Optional<Piece.Part> usable(TemplateName name, String source) {
		try {
			return Optional.of(Template.read(source, name.variables()));
		}
		catch (BrokenTemplateException ex) {
			log.warn("The saved template {} cannot be used and is left out. {}", name.word(), ex.getMessage());
			return Optional.empty();
		}
	}

	static String shipped(TemplateName name) {
		return Sources.bundled(name, ENGLISH).orElseThrow();
	}

	/**
	 * What a template says with examples, once it has stood every check.
	 * @throws BrokenTemplateException when it must not be saved
	 */
	static Letter preview(TemplateName name, String source) {
		Piece.Part template = Template.read(source, name.variables());
		if (!source.startsWith(Layout.SUBJECT)) {
			throw new BrokenTemplateException(1, "The first line is the mail's subject: begin it with \"Subject: \".");
		}
		checkLinks(name, source);
		if (!Pattern.compile("\\{\\{\\s*#?\\s*%s\\s*}}".formatted(name.needed())).matcher(source).find()) {
			throw new BrokenTemplateException(
					"The template never says {{%s}}, and without it this mail is of no use to its reader."
						.formatted(name.needed()));
		}
		Letter letter = say(template, Variable.examples(name.variables()));
		if (letter.subject().isBlank() || letter.text().isBlank()) {
			throw new BrokenTemplateException(
					"The %s would be empty.".formatted(letter.subject().isBlank() ? "subject" : "mail"));
		}
		return letter;
	}

	private static void checkLinks(TemplateName name, String source) {
		Matcher link = LINK.matcher(source);
		while (link.find()) {
			String address = link.group(1).strip();
			if (!address.matches("https://[^\\s{}\"<>]+") && !isLink(name.variables(), address)) {
				int line = (int) source.substring(0, link.start()).chars().filter((one) -> one == '\n').count() + 1;
				throw new BrokenTemplateException(line,
						"\"%s\" is no address to link to: use a variable that is one, as in [Open the form]({{link}}), or an address that begins with https://."
							.formatted(address));
			}
		}
	}

	private static boolean isLink(List<Variable> variables, String address) {
		return variables.stream()
			.anyMatch((one) -> (one.kind() == Variable.Kind.LINK && address.equals("{{%s}}".formatted(one.name())))
					|| isLink(one.inner(), address));
	}

	private static Letter say(Piece.Part template, Map<String, Object> words) {
		Values values = new Values();
		StringBuilder said = new StringBuilder();
		template.say(words, values, said);
		return Layout.of(said.toString(), values);
	}

}

package org.asemeducation.stocktake.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.notification.template.Letter;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Templates of mails that nobody changes: {@code NAME.txt}, whose first line is the
 * subject, and {@code NAME.html}, both in {@code templates/mail}. Its engine is its own,
 * beside the one that shows pages.
 */
@Component
class LetterTemplates {

	private static final String SUBJECT = "Subject: ";

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	LetterTemplates() {
		this.engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
		this.engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
	}

	Written write(String template, String language, Map<String, Object> words) {
		Context context = new Context(Locale.forLanguageTag(language), words);
		String[] text = this.engine.process(template + ".txt", context).split("\n", 2);
		if (!text[0].startsWith(SUBJECT)) {
			throw new IllegalStateException(
					"templates/mail/%s.txt does not begin with \"%s\": its first line is the mail's subject."
						.formatted(template, SUBJECT));
		}
		String subject = OneLine.of(text[0].substring(SUBJECT.length()));
		context.setVariable("subject", subject);
		return new Written(subject, PlainText.of(text[1]), this.engine.process(template + ".html", context), List.of());
	}

	/** A letter as a page of its own. */
	Written page(Letter letter, String language) {
		String subject = OneLine.of(letter.subject());
		Context context = new Context(Locale.forLanguageTag(language),
				Map.of("subject", subject, "language", language, "body", letter.body()));
		return new Written(subject, PlainText.of(letter.text()), this.engine.process("letter.html", context),
				List.of());
	}

	private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
		resolver.setPrefix("templates/mail/");
		resolver.setResolvablePatterns(Set.of(names));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}

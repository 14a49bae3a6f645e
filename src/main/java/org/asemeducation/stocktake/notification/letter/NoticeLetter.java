package org.asemeducation.stocktake.notification.letter;

import java.util.Locale;
import java.util.Map;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.notification.template.Letter;
import org.asemeducation.stocktake.notification.template.Templates;
import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a {@link Notice} as a mail: who should know what, the link, the rest; or
 * {@link NoticeWords}, by their template.
 */
@Component
public class NoticeLetter {

	private static final String ENGLISH = "en";

	private final LetterFacts facts;

	private final Templates templates;

	private final LetterTemplates fixed;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	NoticeLetter(LetterFacts facts, Templates templates, LetterTemplates fixed, PublicUrl publicUrl,
			MailSettings settings) {
		this.facts = facts;
		this.templates = templates;
		this.fixed = fixed;
		this.publicUrl = publicUrl;
		this.settings = settings;
	}

	/**
	 * Writes it as the secretariat wants it.
	 * @param words what it says
	 * @param reader whom it addresses
	 * @return subject and both parts
	 */
	public Written of(NoticeWords words, ContactId reader) {
		return of(words, this.facts.addressee(reader));
	}

	/** The same for somebody who stands in no register. */
	public Written of(NoticeWords words, Outsider reader) {
		return of(words, new Addressee(reader.name(), reader.organisation(), reader.email(), reader.language()));
	}

	private Written of(NoticeWords words, Addressee to) {
		LetterWords all = new LetterWords(to, this.settings.replyAddress(), this.publicUrl).with(words.all())
			.with(Map.of("link", this.publicUrl.to(words.path())));
		return this.fixed.page(this.templates.write(words.template(), to.language(), all.all()), to.language());
	}

	/**
	 * Writes it.
	 * @param notice what it says
	 * @param reader whom it addresses
	 * @return subject and both parts
	 */
	public Written of(Notice notice, String reader) {
		String lead = "%s, %s".formatted(OneLine.of(reader), OneLine.of(notice.lead()));
		StringBuilder text = new StringBuilder(lead).append("\n\n");
		StringBuilder html = new StringBuilder("<p class=\"lead\">").append(escaped(lead)).append("</p>\n");
		Link link = notice.link();
		if (link != null) {
			String address = this.publicUrl.to(link.path());
			text.append(link.label()).append(":\n").append(address).append("\n\n");
			html.append("<p><a class=\"button\" href=\"%s\">%s</a></p>\n".formatted(escaped(address),
					escaped(link.label())));
		}
		for (Part part : notice.parts()) {
			text.append(part.title().toUpperCase(Locale.ROOT)).append('\n').append(part.text()).append("\n\n");
			html.append("<h2>%s</h2>\n".formatted(escaped(part.title())));
			for (String paragraph : part.text().split("\n\\s*\n")) {
				html.append("<p>%s</p>\n".formatted(escaped(paragraph.strip()).replace("\n", "<br>\n")));
			}
		}
		return this.fixed.page(
				new Letter(notice.subject(), text.append(footer()).toString(), html.append(htmlFooter()).toString()),
				ENGLISH);
	}

	private String footer() {
		return "QUESTIONS\nReply to this mail, or write to %s.\n\nASEM Education Secretariat (AES) - Stocktake, %s\n"
			.formatted(this.settings.replyAddress(), this.publicUrl.to("/"));
	}

	private String htmlFooter() {
		String address = escaped(this.settings.replyAddress());
		return """
				<footer><h2>Questions</h2>
				<p>Reply to this mail, or write to <a href="mailto:%s">%s</a>.</p>
				<p class="quiet">ASEM Education Secretariat (AES) – <a href="%s">Stocktake</a></p></footer>
				""".formatted(address, address, escaped(this.publicUrl.to("/")));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}

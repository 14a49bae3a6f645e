package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.Written;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The mail plan for the secretariat: what is to come, and what may be done about a mail
 * before it leaves. A mail is named by its addressee and its moment, or by its number
 * once it is queued.
 */
@RestController
@RequestMapping("/api/mail-plan/{cycle}")
class MailPlanController {

	private final Cycles cycles;

	private final MailPlanPages pages;

	private final MailTexts texts;

	private final Samples samples;

	private final HoldingMails holding;

	private final SendingNow sending;

	private final CurrentPerson current;

	MailPlanController(Cycles cycles, MailPlanPages pages, MailTexts texts, Samples samples, HoldingMails holding,
			SendingNow sending, CurrentPerson current) {
		this.cycles = cycles;
		this.pages = pages;
		this.texts = texts;
		this.samples = samples;
		this.holding = holding;
		this.sending = sending;
		this.current = current;
	}

	@GetMapping
	MailPlanPage plan(@PathVariable("cycle") CycleName name, @RequestParam(defaultValue = "coming") String show,
			@RequestParam(required = false) @Nullable LocalDate day, @RequestParam(defaultValue = "") String search,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
		secretariat();
		return this.pages.of(this.cycles.get(name), new MailPlanQuery(show, day, search, page, size));
	}

	/** The words of a mail as they would be at its moment, as things stand. */
	@GetMapping("/{contact}/text")
	Written text(@PathVariable("cycle") CycleName name, @PathVariable long contact, @RequestParam Instant at,
			@RequestParam(required = false) @Nullable Long mail) {
		secretariat();
		return this.texts.of(this.cycles.get(name), new ContactId(contact), at, mail);
	}

	@PostMapping("/{contact}/sample")
	Map<String, Object> sample(@PathVariable("cycle") CycleName name, @PathVariable long contact,
			@RequestBody Which which) {
		String by = secretariat();
		Written written = this.texts.of(this.cycles.get(name), new ContactId(contact), which.moment(), which.mail());
		return Map.of("to", this.samples.send(name, new ContactId(contact), which.moment(), written, by));
	}

	@PostMapping("/{contact}/hold")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hold(@PathVariable("cycle") CycleName name, @PathVariable long contact, @RequestBody Which which) {
		String by = secretariat();
		this.holding.hold(name, new ContactId(contact), which.moment(), which.mail(), which.reason(), by);
	}

	@PostMapping("/{contact}/release")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@PathVariable("cycle") CycleName name, @PathVariable long contact, @RequestBody Which which) {
		String by = secretariat();
		this.holding.release(name, new ContactId(contact), which.moment(), which.mail(), by);
	}

	@PostMapping("/{contact}/now")
	Map<String, Object> sendNow(@PathVariable("cycle") CycleName name, @PathVariable long contact,
			@RequestBody Which which) {
		String by = secretariat();
		return Map.of("mail", this.sending.send(name, new ContactId(contact), which.moment(), which.mail(), by));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * Which of somebody's mails is meant.
	 *
	 * @param at its moment, as the plan shows it
	 * @param mail its number, where it is queued
	 * @param reason why it is held
	 */
	record Which(@Nullable Instant at, @Nullable Long mail, @Nullable String reason) {

		Instant moment() {
			if (this.at == null) {
				throw Refused.invalid("It is not said which mail is meant.",
						List.of(new Refused.Problem("at", "Name the mail's moment as the plan shows it.")));
			}
			return this.at;
		}

	}

}

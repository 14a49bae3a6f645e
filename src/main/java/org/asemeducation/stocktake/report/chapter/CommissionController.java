package org.asemeducation.stocktake.report.chapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.chapter.ChapterTexts.Draft;
import org.asemeducation.stocktake.report.chapter.ChapterTexts.HandedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * An author writes a commissioned chapter, and the secretariat looks at it; nobody else
 * is answered.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/commissions")
class CommissionController {

	private final Cycles cycles;

	private final Commissions commissions;

	private final WritingChapters writing;

	private final DecidingOnChapters deciding;

	private final ChapterTexts texts;

	private final Register register;

	private final CurrentPerson current;

	CommissionController(Cycles cycles, Commissions commissions, WritingChapters writing, DecidingOnChapters deciding,
			ChapterTexts texts, Register register, CurrentPerson current) {
		this.cycles = cycles;
		this.commissions = commissions;
		this.writing = writing;
		this.deciding = deciding;
		this.texts = texts;
		this.register = register;
		this.current = current;
	}

	/** All of a cycle, for the forms in which the report is edited. */
	@GetMapping
	List<Line> all(@PathVariable CycleName cycle) {
		this.current.get().requireSecretariat();
		return this.commissions.of(this.cycles.get(cycle).name())
			.stream()
			.map((it) -> new Line(it.number(), it.title(), it.author().called(), it.due(), it.state().words(),
					it.state().isOpen()))
			.toList();
	}

	@GetMapping("/{number}")
	View one(@PathVariable CycleName cycle, @PathVariable int number) {
		Person reader = this.current.get();
		Commission it = this.writing.of(cycle, number, reader);
		String person = (it.author().name() != null) ? it.author().name()
				: it.author().is(reader) ? reader.name() : null;
		return new View(it.number(), it.title(), it.behind().title(), it.brief(), it.author().called(),
				it.author().partyName(), person, it.due(), this.cycles.get(cycle).zone().getId(), it.state().words(),
				it.because(), this.texts.last(cycle, number).map(CommissionController::text).orElse(null),
				saved(this.texts.draft(cycle, number)));
	}

	@PutMapping("/{number}")
	Saved write(@PathVariable CycleName cycle, @PathVariable int number, @RequestBody Typed typed) {
		Content content = (typed.content() != null) ? typed.content() : new Content(null, null);
		String signed = content.signed();
		this.writing.save(this.cycles.get(cycle).name(), number, typed.version(),
				Objects.requireNonNullElse(content.text(), ""),
				(signed != null && !signed.isBlank()) ? signed : WritingChapters.PARTY, this.current.get());
		return saved(this.texts.draft(cycle, number));
	}

	@PostMapping("/{number}/handed-in")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void handIn(@PathVariable CycleName cycle, @PathVariable int number, @RequestBody Seen seen) {
		this.writing.handIn(this.cycles.get(cycle).name(), number, seen.version(), this.current.get());
	}

	@PostMapping("/{number}/decided")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable CycleName cycle, @PathVariable int number, @RequestBody Verdict verdict) {
		String by = this.current.get().requireSecretariat().userId();
		this.deciding.decide(this.cycles.get(cycle).name(), number, verdict.version(), verdict.accepted(),
				Objects.requireNonNullElse(verdict.remark(), ""), by);
	}

	private Saved saved(Draft draft) {
		String by = draft.savedBy();
		return new Saved(draft.version(), new Content(draft.text(), draft.signed()), draft.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	private static Text text(HandedIn handedIn) {
		return new Text(handedIn.version(), handedIn.text(), handedIn.author(), handedIn.at());
	}

	/**
	 * A chapter in the list.
	 *
	 * @param open whether it is left out if the report is sealed now
	 */
	record Line(int number, String title, String author, LocalDate due, String state, boolean open) {
	}

	/**
	 * A chapter.
	 *
	 * @param behind the title of the chapter that it stands behind
	 * @param author who writes it
	 * @param party whose name is printed where it is signed so
	 * @param person the same for a person; {@code null} where nobody in particular writes
	 * it
	 * @param due the last day, in the cycle's zone
	 * @param because why it was returned last, or withdrawn
	 * @param handedIn the text that was handed in last
	 */
	record View(int number, String title, String behind, String brief, String author, String party,
			@Nullable String person, LocalDate due, String zone, String state, @Nullable String because,
			@Nullable Text handedIn, Saved draft) {
	}

	record Text(int version, String text, String author, Instant at) {
	}

	/**
	 * A text as last saved; version 0 when nothing was ever written.
	 */
	record Saved(long version, Content content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	record Content(@Nullable String text, @Nullable String signed) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 */
	record Typed(long version, @Nullable Content content) {
	}

	record Seen(long version) {
	}

	/**
	 * What the secretariat says.
	 *
	 * @param version of what was handed in
	 * @param remark why it is returned
	 */
	record Verdict(int version, boolean accepted, @Nullable String remark) {
	}

}

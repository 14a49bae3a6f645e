package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.SealedVersions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The no-objection round: members answer here, the secretariat turns it on and sees who
 * has said what.
 */
@Controller
@RequestMapping("/officials/{cycle}/no-objection")
class NoObjectionPage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm",
			Locale.ENGLISH);

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ENGLISH);

	private final Cycles cycles;

	private final Rounds rounds;

	private final RoundActs acts;

	private final Answering answering;

	private final SealedVersions sealed;

	private final Officials officials;

	private final Register register;

	private final CurrentPerson current;

	private final Clock clock;

	NoObjectionPage(Cycles cycles, Rounds rounds, RoundActs acts, Answering answering, SealedVersions sealed,
			Officials officials, Register register, CurrentPerson current, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.acts = acts;
		this.answering = answering;
		this.sealed = sealed;
		this.officials = officials;
		this.register = register;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable String cycle) {
		return page(new CycleName(cycle), this.officials.require(this.current.get()), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView plan(@PathVariable String cycle, @RequestParam(required = false) @Nullable String opens,
			@RequestParam(required = false) @Nullable String closes,
			@RequestParam(required = false) @Nullable String zone,
			@RequestParam(required = false) @Nullable String reminderDays,
			@RequestParam(defaultValue = "") List<Long> member, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		return act(cycle, by, next, "The round is turned on.",
				(name) -> this.acts.plan(name, RoundPlan.of(opens, closes, zone, reminderDays, member), by.userId()));
	}

	@PostMapping("/off")
	ModelAndView turnOff(@PathVariable String cycle, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		return act(cycle, by, next, "The round is turned off.", (name) -> this.acts.turnOff(name, by.userId()));
	}

	@PostMapping("/prolonged")
	ModelAndView prolong(@PathVariable String cycle, @RequestParam(required = false) @Nullable String closes,
			@RequestParam(required = false) @Nullable String reason, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		return act(cycle, by, next, "The round is prolonged. Everybody who was told of it gets one mail.", (name) -> {
			ZoneId zone = this.rounds.latest(name).map(Round::zone).orElse(ZoneOffset.UTC);
			this.acts.prolong(name, RoundPlan.closing(closes, zone), reason, by.userId());
		}).addObject("typedCloses", closes).addObject("typedWhy", reason);
	}

	@PostMapping("/called-off")
	ModelAndView callOff(@PathVariable String cycle, @RequestParam(required = false) @Nullable String reason,
			RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		return act(cycle, by, next, "The round is called off. Everybody who was told of it gets one mail.",
				(name) -> this.acts.callOff(name, reason, by.userId()))
			.addObject("typedBecause", reason);
	}

	@PostMapping("/positions/{party}")
	ModelAndView answer(@PathVariable String cycle, @PathVariable long party,
			@RequestParam(defaultValue = "0") int round, @RequestParam(defaultValue = "0") int version,
			@RequestParam(defaultValue = "0") int answers, @RequestParam(required = false) @Nullable String answer,
			@RequestParam(required = false) @Nullable String text, RedirectAttributes next) {
		Person by = this.current.get();
		Party member = this.officials.of(by)
			.stream()
			.filter((one) -> one.id().value() == party)
			.findFirst()
			.orElseThrow(() -> Refused.notAllowed("Only officials of a member answer for it."));
		Answer chosen = Stream.of(Answer.values()).filter((one) -> one.word().equals(answer)).findFirst().orElse(null);
		return act(cycle, by, next, "The answer of %s is recorded.".formatted(member.name()), (name) -> this.answering
			.answer(name, new Answering.Seen(round, version, answers), member.id(), chosen, text, by.userId()))
			.addObject("typed", text);
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus(status(refused));
		return page;
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		ModelAndView page = new ModelAndView("message", "sentence", wrong.getMessage());
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

	private ModelAndView act(String cycle, Person by, RedirectAttributes next, String done, Act act) {
		CycleName name = new CycleName(cycle);
		try {
			act.on(name);
		}
		catch (Refused refused) {
			return page(name, by, status(refused)).addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", done);
		return new ModelAndView("redirect:/officials/{cycle}/no-objection");
	}

	private static HttpStatus status(Refused refused) {
		return switch (refused.why()) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
			default -> HttpStatus.CONFLICT;
		};
	}

	private ModelAndView page(CycleName name, Person reader, HttpStatus status) {
		Cycle cycle = this.cycles.get(name);
		List<Round> all = this.rounds.of(name);
		Optional<Round> latest = this.rounds.latest(name);
		ModelAndView page = new ModelAndView("no-objection", status).addObject("cycle", cycle)
			.addObject("secretariat", reader.isSecretariat())
			.addObject("rounds", all.stream().map(this::shown).toList())
			.addObject("answers",
					latest.filter(Round::isOpen)
						.filter((round) -> this.clock.instant().isBefore(round.closesAt()))
						.map((round) -> forms(round, reader))
						.orElse(List.of()));
		if (reader.isSecretariat()) {
			List<Long> members = latest
				.map((round) -> this.rounds.members(round).stream().map((one) -> one.id().value()).toList())
				.orElseGet(() -> this.officials.partners().stream().map((one) -> one.id().value()).toList());
			page.addObject("open",
					latest.filter(Round::isOpen)
						.filter((round) -> this.clock.instant().isBefore(round.closesAt()))
						.isPresent());
			page.addObject("plannable", this.acts.mayPlan(name))
				.addObject("planned", latest.filter(Round::isPlanned).isPresent())
				.addObject("zone", latest.map(Round::zone).orElse(cycle.zone()).getId())
				.addObject("opens", latest.map((round) -> typed(round.opensAt(), round.zone())).orElse(""))
				.addObject("closes", latest.map((round) -> typed(round.closesAt(), round.zone())).orElse(""))
				.addObject("reminderDays", latest.map(Round::reminderDays).orElse(2))
				.addObject("members", members)
				.addObject("partners", this.officials.partners());
		}
		return page;
	}

	private List<Form> forms(Round round, Person reader) {
		List<Long> members = this.rounds.members(round).stream().map((one) -> one.id().value()).toList();
		return this.officials.of(reader)
			.stream()
			.filter((party) -> members.contains(party.id().value()))
			.map((party) -> new Form(party.id().value(), party.name(), round.number(),
					(round.version() != null) ? round.version() : 0, said(round, party.id())))
			.toList();
	}

	private @Nullable Said said(Round round, PartyId party) {
		return this.rounds.position(round, party).map((position) -> said(round, position)).orElse(null);
	}

	private Said said(Round round, Position position) {
		return new Said(position.partner(), position.answer().word(), position.answer().says(), position.text(),
				position.number(), minute(position.at(), round.zone()), this.register.nameOf(position.by()));
	}

	private Shown shown(Round round) {
		List<Position> all = this.rounds.positions(round);
		List<Said> last = all.stream()
			.filter((one) -> all.stream()
				.noneMatch((other) -> other.party() == one.party() && other.number() > one.number()))
			.map((position) -> said(round, position))
			.toList();
		List<String> silent = this.rounds.members(round)
			.stream()
			.filter((member) -> all.stream().noneMatch((one) -> one.party() == member.id().value()))
			.map(Party::name)
			.toList();
		boolean over = round.isOpen() && !this.clock.instant().isBefore(round.closesAt());
		String standing = round.isPlanned() ? "planned"
				: round.isStopped() ? "stopped by an objection" : round.isCalledOff() ? "called off"
						: round.isClosed() ? "closed without objection" : over ? "closing" : "open";
		return new Shown(round.number(), standing, minute(round.opensAt(), round.zone()),
				minute(round.closesAt(), round.zone()), (round.version() != null) ? round.version() : 0,
				Optional.ofNullable(round.version())
					.flatMap((version) -> this.sealed.find(round.cycle(), version))
					.map((version) -> version.checksum())
					.orElse(""),
				round.isOpen(), round.isClosed(), round.calledOffBecause(),
				this.rounds.prolongations(round)
					.stream()
					.map((one) -> "On %s from %s: %s".formatted(minute(one.at(), round.zone()),
							minute(one.had(), round.zone()), one.reason()))
					.toList(),
				last, silent);
	}

	private static String minute(Instant at, ZoneId zone) {
		return "%s (%s)".formatted(MINUTE.format(at.atZone(zone)), zone.getId());
	}

	private static String typed(Instant at, ZoneId zone) {
		return TYPED.format(at.atZone(zone));
	}

	private interface Act {

		void on(CycleName cycle);

	}

	/**
	 * A round in words.
	 */
	record Shown(int number, String standing, String opens, String closes, int version, String checksum, boolean open,
			boolean closed, @Nullable String calledOffBecause, List<String> prolonged, List<Said> said,
			List<String> silent) {
	}

	/**
	 * What a member said last.
	 */
	record Said(String partner, String answer, String says, @Nullable String text, int number, String at, String by) {
	}

	/**
	 * A member for which the reader may answer.
	 */
	record Form(long party, String partner, int round, int version, @Nullable Said said) {
	}

}

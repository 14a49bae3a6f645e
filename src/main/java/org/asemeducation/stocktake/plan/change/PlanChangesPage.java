package org.asemeducation.stocktake.plan.change;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES changes the plan, one act at a time: it sees what the act means before it
 * does it, and what was done before.
 */
@Controller
@RequestMapping("/desk/plan/changes")
class PlanChangesPage {

	private static final String ADDRESS = "/desk/plan/changes";

	private static final int MOST = 200;

	/** More are no help in a list to choose from. */
	static final int MOST_OFFERED = 500;

	private final ChangePlan plan;

	private final PlanChanges changes;

	private final PlanHistory history;

	private final OpenCopies copies;

	private final Register register;

	private final CurrentPerson person;

	PlanChangesPage(ChangePlan plan, PlanChanges changes, PlanHistory history, OpenCopies copies, Register register,
			CurrentPerson person) {
		this.plan = plan;
		this.changes = changes;
		this.history = history;
		this.copies = copies;
		this.register = register;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@ModelAttribute("form") ChangeForm form) {
		this.person.get().requireSecretariat();
		return page(HttpStatus.OK, form);
	}

	/**
	 * Shows what the form would do.
	 */
	@PostMapping(params = "!seen")
	ModelAndView look(@ModelAttribute("form") ChangeForm form) {
		this.person.get().requireSecretariat();
		try {
			Asked asked = form.read(this.register);
			Outcome outcome = this.plan.preview(asked);
			return page(HttpStatus.OK, form).addObject("preview", preview(asked, outcome))
				.addObject("seen", this.changes.latest());
		}
		catch (Refused ex) {
			return refused(ex, form);
		}
	}

	/**
	 * Does what was looked at.
	 */
	@PostMapping(params = "seen")
	ModelAndView make(@ModelAttribute("form") ChangeForm form, @RequestParam String seen, RedirectAttributes next) {
		String by = this.person.get().requireSecretariat().userId();
		try {
			Asked asked = form.read(this.register);
			Outcome outcome = this.plan.make(asked, seen.matches("\\d{1,18}") ? Long.parseLong(seen) : -1, by);
			next.addFlashAttribute("done",
					asked.basis().from().isAfter(this.changes.today()) ? "It is entered: from %s on, %s"
						.formatted(Days.inWords(asked.basis().from()), outcome.means())
							: "It is done: %s".formatted(outcome.means()));
			return new ModelAndView("redirect:" + ADDRESS);
		}
		catch (Refused ex) {
			return refused(ex, form);
		}
	}

	@PostMapping("/{change}/calling-off")
	ModelAndView callOff(@PathVariable long change, RedirectAttributes next) {
		String by = this.person.get().requireSecretariat().userId();
		try {
			this.plan.callOff(change, by);
		}
		catch (Refused ex) {
			return refused(ex, ChangeForm.EMPTY);
		}
		next.addFlashAttribute("done", "The change is called off: the plan stays as it is.");
		return new ModelAndView("redirect:" + ADDRESS);
	}

	private List<String> preview(Asked asked, Outcome outcome) {
		return new ForeseenChange(this.changes.today(), this.copies).inWords(asked, outcome);
	}

	private ModelAndView refused(Refused reason, ChangeForm form) {
		HttpStatus status = switch (reason.why()) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
			default -> HttpStatus.CONFLICT;
		};
		return page(status, form).addObject("problem", reason.getMessage())
			.addObject("wrong", reason.problems().isEmpty() ? "" : reason.problems().get(0).field());
	}

	private ModelAndView page(HttpStatus status, ChangeForm form) {
		Optional<PlanRow> chosen = id(form.initiative()).flatMap((id) -> this.history.on(id, this.changes.today()));
		return new ModelAndView("plan-changes", status).addObject("act", Act.of(form.act()).orElse(null))
			.addObject("acts", Act.values())
			.addObject("form", form)
			.addObject("parties",
					(form.parties() != null) ? form.parties() : chosen.map(PlanChangesPage::parties).orElse(""))
			.addObject("chosen", chosen.orElse(null))
			.addObject("rows", this.history.offered(this.changes.today(), MOST_OFFERED))
			.addObject("known", this.register.names(Register.OFFERED))
			.addObject("actions", this.history.actions(this.changes.today()))
			.addObject("meetings", this.copies.meetings())
			.addObject("changes", this.changes.newest(about(form), MOST))
			.addObject("about", about(form))
			.addObject("people", this.register);
	}

	private static @Nullable String about(ChangeForm form) {
		return (form.act() == null) ? id(form.initiative()).map(InitiativeId::value).orElse(null) : null;
	}

	private static Optional<InitiativeId> id(@Nullable String written) {
		try {
			return Optional.ofNullable(written).map(String::strip).filter((it) -> !it.isEmpty()).map(InitiativeId::new);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** As somebody would write them into the form: one in a line, who leads first. */
	static String parties(PlanRow row) {
		return String.join("\n", row.initiative()
			.parties()
			.stream()
			.map((party) -> party.isCoordinator() ? party.label() : "%s (%s)".formatted(party.label(), party.role()))
			.map(String::valueOf)
			.toList());
	}

}

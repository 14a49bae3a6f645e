package org.asemeducation.stocktake.update.completion;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.update.completion.CompletedPlans.CompletedPlan;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The versions of plans that rounds have led to, long after the task is over: as files,
 * and line by line beside the draft.
 */
@Controller
class CompletionPages {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final CompletedPlans completed;

	private final WrittenPlaceholders written;

	private final Cycles cycles;

	private final Register register;

	private final CurrentPerson current;

	CompletionPages(CompletedPlans completed, WrittenPlaceholders written, Cycles cycles, Register register,
			CurrentPerson current) {
		this.completed = completed;
		this.written = written;
		this.cycles = cycles;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/desk/completions")
	ModelAndView all() {
		this.current.get().requireSecretariat();
		return new ModelAndView("completions", "rounds", this.completed.rounds().stream().map(this::round).toList());
	}

	private Round round(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		CompletedPlan made = this.completed.find(name).orElseThrow();
		return new Round(name.value(), cycle.title(), made, moment(made, cycle.zone()),
				this.register.nameOf(made.madeBy()), this.written.of(name).stream().map(Became::of).toList());
	}

	private static String moment(CompletedPlan made, ZoneId zone) {
		return "%s (%s)".formatted(MOMENT.format(made.madeAt().atZoneSameInstant(zone)), zone);
	}

	/**
	 * A round and the version it has led to.
	 *
	 * @param name the cycle's
	 * @param title the cycle's
	 * @param made the version
	 * @param at when it was made, in the cycle's zone
	 * @param by the name of who made it
	 * @param lines what became of each placeholder, in the draft's order
	 */
	public record Round(String name, String title, CompletedPlan made, String at, String by, List<Became> lines) {
	}

	/**
	 * What became of a placeholder.
	 *
	 * @param initiative its id in the draft
	 * @param where in which cell and line
	 * @param before the placeholder's own words
	 * @param outcome in words
	 * @param after what stands there instead; empty where it stays or is left out
	 * @param why what the party says where it stays; empty when it says nothing
	 * @param party who was asked; empty when nobody was
	 */
	public record Became(String initiative, String where, String before, String outcome, List<String> after, String why,
			String party) {

		static Became of(WrittenPlaceholder it) {
			boolean replaced = it.outcome().equals(WrittenPlaceholder.REPLACED);
			return new Became(it.asked().placeholder().initiative().value(), it.asked().where(), it.asked().words(),
					replaced ? "New words" : (it.stays() ? "Stays open" : "Left out"),
					replaced ? it.lines() : List.of(), it.why(), it.party());
		}

		public boolean stays() {
			return this.outcome.equals("Stays open");
		}

	}

}

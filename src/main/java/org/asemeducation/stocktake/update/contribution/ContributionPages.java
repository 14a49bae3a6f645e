package org.asemeducation.stocktake.update.contribution;

import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page on which a party writes its contribution, and the one on which the AES sees
 * who was invited, who wrote and who did not.
 */
@Controller
class ContributionPages {

	private static final int NAMED = 200;

	private final Cycles cycles;

	private final PartyContributions contributions;

	private final WritingContributions writing;

	private final Inviting inviting;

	private final Register register;

	private final CurrentPerson current;

	private final JdbcClient jdbc;

	ContributionPages(Cycles cycles, PartyContributions contributions, WritingContributions writing, Inviting inviting,
			Register register, CurrentPerson current, JdbcClient jdbc) {
		this.cycles = cycles;
		this.contributions = contributions;
		this.writing = writing;
		this.inviting = inviting;
		this.register = register;
		this.current = current;
		this.jdbc = jdbc;
	}

	/** Those of the reader's parties, of all cycles; where the mail leads to. */
	@GetMapping("/my/contributions")
	ModelAndView mine() {
		String me = this.current.get().userId();
		List<Mine> lines = this.jdbc.sql("""
				select o.cycle, y.title, o.party from party_contribution o join cycle y on y.name = o.cycle
				where o.party in (select r.party from contact c
				    join contact_role r on r.contact = c.id and r.role = 'coordinator'
				    where c.user_id = :user and c.active)
				order by o.invited_at desc, o.party""")
			.param("user", me)
			.query((row, number) -> new Asked(new CycleName(row.getString("cycle")), row.getString("title"),
					new PartyId(row.getLong("party"))))
			.list()
			.stream()
			.map((it) -> new Mine(it.cycle().value(), it.title(),
					this.contributions.find(it.cycle(), it.party()).orElseThrow()))
			.toList();
		return new ModelAndView("my-contributions", "lines", lines);
	}

	@GetMapping("/contributions/{cycle}/{party}")
	ModelAndView one(@PathVariable CycleName cycle, @PathVariable long party) {
		return new ModelAndView("contribution", "contribution",
				this.writing.of(cycle, new PartyId(party), this.current.get()));
	}

	@GetMapping("/desk/open-contributions")
	ModelAndView all() {
		this.current.get().requireSecretariat();
		List<Round> rounds = this.jdbc
			.sql("select name from cycle where state <> 'ended' and kind <> 'paper' order by opened_at desc, name")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list()
			.stream()
			.map((name) -> round(this.cycles.get(name)))
			.filter(Round::hasAnybody)
			.toList();
		return new ModelAndView("open-contributions", "rounds", rounds);
	}

	private Round round(Cycle cycle) {
		return new Round(cycle.name().value(), cycle.title(), this.contributions.of(cycle.name()),
				labels(this.inviting.toCome(cycle)), this.inviting.unheard(cycle));
	}

	private List<String> labels(List<PartyId> parties) {
		if (parties.isEmpty()) {
			return List.of();
		}
		return this.register.parties().stream().filter((it) -> parties.contains(it.id())).map(Party::label).toList();
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_FOUND) ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN);
		return page;
	}

	private record Asked(CycleName cycle, String title, PartyId party) {
	}

	/**
	 * A contribution of the reader's party.
	 */
	public record Mine(String cycle, String title, Contribution contribution) {
	}

	/**
	 * The contributions of a cycle.
	 *
	 * @param toCome the parties that are invited within the hour, or once the requests go
	 * out
	 * @param unheard the names of parties that nobody speaks for, and that are not
	 * invited therefore
	 */
	public record Round(String name, String title, List<Contribution> lines, List<String> toCome,
			List<String> unheard) {

		boolean hasAnybody() {
			return !this.lines.isEmpty() || !this.toCome.isEmpty() || !this.unheard.isEmpty();
		}

		/** Their names, as many as somebody reads. */
		public String unheardInWords() {
			String named = this.unheard.stream().limit(NAMED).collect(Collectors.joining(", "));
			int more = this.unheard.size() - NAMED;
			return (more > 0) ? "%s and %,d others".formatted(named, more) : named;
		}

	}

}

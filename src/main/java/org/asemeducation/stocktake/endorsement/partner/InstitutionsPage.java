package org.asemeducation.stocktake.endorsement.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.engine.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat says which ministry or institution belongs to which partner.
 */
@Controller
@RequestMapping("/desk/institutions")
class InstitutionsPage {

	private final Officials officials;

	private final JdbcClient jdbc;

	private final CurrentPerson current;

	private final Audit audit;

	private final Clock clock;

	InstitutionsPage(Officials officials, JdbcClient jdbc, CurrentPerson current, Audit audit, Clock clock) {
		this.officials = officials;
		this.jdbc = jdbc;
		this.current = current;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping
	@Transactional
	ModelAndView enter(@RequestParam(required = false) @Nullable String institution,
			@RequestParam(required = false) @Nullable String partner, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		int entered = this.jdbc.sql("""
				insert into partner_institution (party, partner, entered_at, entered_by)
				select q.id, p.id, :at, :by from party q, party p
				where q.id::text = :institution and not q.partner and p.id::text = :partner and p.partner
				on conflict (party) do update
				set partner = excluded.partner, entered_at = excluded.entered_at, entered_by = excluded.entered_by""")
			.param("institution", institution)
			.param("partner", partner)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		if (entered == 0) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem",
					"Nothing is entered: choose an institution and the partner that it belongs to.");
		}
		this.audit.record(by, "enter institution", "party " + institution, null, "of party " + partner);
		next.addFlashAttribute("done", "It is entered, and counts for versions sealed from now on.");
		return new ModelAndView("redirect:/desk/institutions");
	}

	private ModelAndView page(HttpStatus status) {
		List<Belonging> all = this.jdbc.sql("""
				select q.id, q.name, coalesce(string_agg(p.name, ', ' order by p.name), '') as partner
				from party q left join partner_party b on b.party = q.id left join party p on p.id = b.partner
				where not q.partner group by q.id, q.name order by q.name""").query(Belonging.class).list();
		return new ModelAndView("institutions", status).addObject("institutions", all)
			.addObject("partners", this.officials.partners());
	}

	/**
	 * A party and the partner that it belongs to.
	 *
	 * @param partner empty when to none
	 */
	record Belonging(long id, String name, String partner) {
	}

}

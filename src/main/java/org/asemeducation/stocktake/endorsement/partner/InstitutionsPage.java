package org.asemeducation.stocktake.endorsement.partner;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

	private final Institutions institutions;

	private final Officials officials;

	private final Register register;

	private final CurrentPerson current;

	InstitutionsPage(Institutions institutions, Officials officials, Register register, CurrentPerson current) {
		this.institutions = institutions;
		this.officials = officials;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "1") int page) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, search, page);
	}

	@PostMapping
	ModelAndView enter(@RequestParam(defaultValue = "") String institution,
			@RequestParam(defaultValue = "") String partner, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.institutions.enter(this.register.partyCalled(institution), partner(partner), by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, "", 1).addObject("problem", ex.getMessage())
				.addObject("institution", institution)
				.addObject("partner", partner);
		}
		next.addFlashAttribute("done", "It is entered, and counts for versions sealed from now on.");
		return new ModelAndView("redirect:/desk/institutions");
	}

	private static PartyId partner(String number) {
		return new PartyId(number.matches("\\d{1,18}") ? Long.parseLong(number) : 0);
	}

	private ModelAndView page(HttpStatus status, String search, int page) {
		return new ModelAndView("institutions", status).addObject("institutions", this.institutions.page(search, page))
			.addObject("partners", this.officials.partners());
	}

}

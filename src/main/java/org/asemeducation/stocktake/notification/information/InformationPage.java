package org.asemeducation.stocktake.notification.information;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat says who is mailed each publication.
 */
@Controller
@RequestMapping("/desk/register/information")
class InformationPage {

	private final InformationList list;

	private final Register register;

	private final CurrentPerson current;

	InformationPage(InformationList list, Register register, CurrentPerson current) {
		this.list = list;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping
	ModelAndView enter(@RequestParam(defaultValue = "") String party, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String email, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.list.enter(this.register.partyCalled(party).id(), name, email, by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage())
				.addObject("party", party)
				.addObject("name", name)
				.addObject("email", email);
		}
		next.addFlashAttribute("done", "They are mailed what is published from now on.");
		return new ModelAndView("redirect:/desk/register/information");
	}

	@PostMapping("/{line}/removal")
	String remove(@PathVariable long line, RedirectAttributes next) {
		this.list.remove(line, this.current.get().requireSecretariat().userId());
		next.addFlashAttribute("done", "The address is taken out: no publication is mailed to it any more.");
		return "redirect:/desk/register/information";
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("information", status).addObject("lines", this.list.all())
			.addObject("waiting", this.list.waiting())
			.addObject("parties", this.register.names(Register.OFFERED));
	}

}

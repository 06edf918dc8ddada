// Small comforts; every page works without this file.
(() => {
  'use strict';

  // «/» goes to the search box, unless one is typing.
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const search = document.getElementById('tim-nhanh');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // An open menu closes on Escape and when the focus or a click goes elsewhere.
  const folds = document.querySelectorAll('details.fold');
  const closeOthers = target => folds.forEach(fold => { if (!fold.contains(target)) fold.open = false; });
  document.addEventListener('click', event => closeOthers(event.target));
  document.addEventListener('focusin', event => closeOthers(event.target));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    folds.forEach(fold => {
      if (!fold.open) return;
      fold.open = false;
      fold.querySelector('summary').focus();
    });
  });

  // The error summary is read first.
  document.querySelector('.error-summary')?.focus();

  // A money field shows its value in groups as one types.
  const grouped = typed => {
    const text = typed.trim().replace(/\s*(đồng|vnd|đ)$/iu, '');
    if (!/^\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text)) return '';
    return text.replace(/\./g, '').replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, '.') + '\u00a0đ';
  };
  document.querySelectorAll('input[data-money]').forEach(field => {
    const echo = document.getElementById(field.id + '_doc');
    if (!echo) return;
    const show = () => { echo.textContent = grouped(field.value); };
    field.addEventListener('input', show);
    show();
  });

  // A sum of money fields follows them.
  document.querySelectorAll('[data-sum]').forEach(box => {
    const fields = box.dataset.sum.split(' ').map(id => document.getElementById(id)).filter(Boolean);
    const sum = box.querySelector('.sum-line output');
    const amount = text => BigInt(grouped(text || '0').replace(/\D/g, '') || '0');
    const add = () => { sum.textContent = grouped(String(fields.reduce((total, field) => total + amount(field.value), 0n))); };
    fields.forEach(field => field.addEventListener('input', add));
  });

  // «Hiện mật khẩu».
  document.querySelectorAll('input[data-shows]').forEach(box => {
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.addEventListener('change', () => {
      const field = document.getElementById(box.dataset.shows);
      if (field) field.type = box.checked ? 'text' : 'password';
    });
  });

  // A one-time code that came behind the # of the address: into its field, and out of the address and its history.
  document.querySelectorAll('input[data-from-fragment]').forEach(field => {
    const code = location.hash.slice(1);
    if (!code) return;
    field.value = code;
    history.replaceState(null, '', location.pathname);
    document.querySelector('input[autocomplete="new-password"]')?.focus();
  });

  // «In» opens the browser's print dialogue.
  document.querySelectorAll('button[data-print]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // Unsaved work is warned about.
  let isDirty = false;
  document.querySelectorAll('form[data-warn-unsaved]').forEach(form => {
    form.addEventListener('input', () => { isDirty = true; });
    form.addEventListener('submit', () => { isDirty = false; });
    if (document.querySelector('.error-summary')) isDirty = true;
  });
  window.addEventListener('beforeunload', event => { if (isDirty) event.preventDefault(); });

  // A form is sent once (data-repeats: as often as wanted, such as a download); after «back» its buttons work again.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || 'repeats' in form.dataset) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
    // Later, because a disabled button's own name and value would not be sent.
    setTimeout(() => form.querySelectorAll('button:not([type=button])').forEach(button => { button.disabled = true; }));
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button:not([type=button])').forEach(button => { button.disabled = false; });
  }));
})();

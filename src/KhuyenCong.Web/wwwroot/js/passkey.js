// Passkeys need the browser's own dialogue; whoever has no script uses codes instead.
(() => {
  'use strict';
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON || !window.isSecureContext) return;

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const { passkey: kind, options } = form.dataset;
    const told = form.querySelector('[data-passkey-told]');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      const field = form.querySelector('input[data-passkey-answer]');
      if (field.value) return;
      event.preventDefault();
      told.textContent = '';
      try {
        const parsed = JSON.parse(options);
        const credential = kind === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(parsed) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(parsed) });
        field.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch (problem) {
        told.textContent = problem.name === 'InvalidStateError'
          ? 'Thiết bị này đã có khóa truy cập của tài khoản.'
          : 'Chưa dùng được khóa truy cập: thao tác bị hủy hoặc hết giờ. Thử lại hoặc dùng mã xác thực.';
      }
    });
  });
})();

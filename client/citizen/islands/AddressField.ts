export { wakeAddressField as wake } from '../../ui/address-combobox.ts'
